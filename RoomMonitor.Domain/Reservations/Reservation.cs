using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Domain.Reservations;

/// <summary>
/// A room held for a time. Pending or confirmed, then perhaps cancelled; every change raises an event, an illegal one throws
/// <see cref="ReservationTransitionException"/>. Times are UTC.
/// </summary>
public sealed class Reservation
{
    /// <summary>No reservation is longer; the queries rely on it.</summary>
    public static readonly TimeSpan MaximumLength = TimeSpan.FromDays(31);

    /// <summary>So long before the start somebody may check in.</summary>
    public static readonly TimeSpan CheckInAhead = TimeSpan.FromMinutes(15);

    public const int MaximumRequestKeyLength = 64;

    private readonly List<ReservationEvent> _events = [];

    private Reservation()
    {
    }

    public int Id { get; private set; }

    public int RoomId { get; private set; }

    /// <summary>The owner; null for what an import brought.</summary>
    public int? UserId { get; private set; }

    public DateTime Start { get; private set; }

    public DateTime End { get; private set; }

    public string Purpose { get; private set; } = "";

    public int Attendees { get; private set; }

    public string? ContactEmail { get; private set; }

    public string? ContactPhone { get; private set; }

    public ReservationStatus Status { get; private set; }

    /// <summary>The key under which an import knows this reservation; unique, null for what people book.</summary>
    public string? ExternalKey { get; private set; }

    /// <summary>
    /// The key under which its maker asked for it, so that asking twice makes one; unique for a user, null where none was given.
    /// </summary>
    public string? RequestKey { get; private set; }

    /// <summary>What was asked for under that key, as a digest: the same key with something else is refused.</summary>
    public string? RequestDigest { get; private set; }

    /// <summary>The series that this is an occurrence of.</summary>
    public int? SeriesId { get; private set; }

    /// <summary>The start that the series' rule gives this occurrence, also after it was moved (RECURRENCE-ID of RFC 5545); UTC.</summary>
    public DateTime? OriginalStart { get; private set; }

    /// <summary>When somebody said at the room that they have come; UTC, null where nobody did.</summary>
    public DateTime? CheckedInAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>Grows by one with each change; guards against two changes at once and orders what is published.</summary>
    public int Version { get; private set; }

    public TimeSlot Slot => new(Start, End);

    public ReservationDetails Details => new(Purpose, Attendees, ContactEmail, ContactPhone);

    public bool HoldsRoom => Status != ReservationStatus.Cancelled;

    /// <summary>The events raised since the last <see cref="TakeEvents"/>.</summary>
    public IReadOnlyList<ReservationEvent> Events => _events;

    /// <summary>A new reservation: confirmed at once, or pending where the room requires approval. Raises one created event.</summary>
    public static Reservation Create(
        int roomId, TimeSlot slot, ReservationDetails details, bool requiresApproval, Actor actor, DateTime now, string? externalKey = null, string? requestKey = null, string? requestDigest = null)
    {
        CheckLength(slot);
        var reservation = new Reservation
        {
            RoomId = roomId,
            UserId = actor.UserId,
            Start = slot.Start,
            End = slot.End,
            Status = requiresApproval ? ReservationStatus.Pending : ReservationStatus.Confirmed,
            ExternalKey = externalKey,
            RequestKey = requestKey,
            RequestDigest = requestDigest,
            CreatedAt = now,
            UpdatedAt = now,
        };
        reservation.Describe(details);
        reservation.Raise(ActivityAction.ReservationCreated, actor, now);
        return reservation;
    }

    public void Confirm(Actor actor, DateTime now)
    {
        switch (Status)
        {
            case ReservationStatus.Confirmed:
                throw new ReservationTransitionException("This reservation is confirmed already.");
            case ReservationStatus.Cancelled:
                throw new ReservationTransitionException("A cancelled reservation can't be confirmed.");
        }

        RefusePast(now);
        Status = ReservationStatus.Confirmed;
        Touch(ActivityAction.ReservationConfirmed, actor, now);
    }

    public void Cancel(Actor actor, DateTime now)
    {
        if (Status == ReservationStatus.Cancelled)
        {
            throw new ReservationTransitionException("This reservation is cancelled already.");
        }

        RefusePast(now);
        Status = ReservationStatus.Cancelled;
        Touch(ActivityAction.ReservationCancelled, actor, now);
    }

    /// <summary>
    /// Ends a running reservation at the beginning of the running minute, so that the room is free at once and can be booked from
    /// this minute on. One that began in this minute would be left without any length: it is cancelled instead.
    /// </summary>
    public void EndEarly(Actor actor, DateTime now)
    {
        RequireRunning(now);
        var end = WholeMinutes.AtOrBefore(now);
        if (end <= Start)
        {
            Cancel(actor, now);
            return;
        }

        End = end;
        Touch(ActivityAction.ReservationUpdated, actor, now);
    }

    /// <summary>Lets a running reservation last longer. Whether the room is free so long is for the caller to know.</summary>
    public void Extend(DateTime end, Actor actor, DateTime now)
    {
        RequireRunning(now);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, End);
        if (end - Start > MaximumLength)
        {
            throw new ReservationTransitionException($"A reservation lasts at most {MaximumLength.Days} days.");
        }

        End = end;
        Touch(ActivityAction.ReservationUpdated, actor, now);
    }

    /// <summary>Somebody has come: once, from <see cref="CheckInAhead"/> before the start until the end.</summary>
    public void CheckIn(Actor actor, DateTime now)
    {
        RequireChangeable(now);
        if (Status == ReservationStatus.Pending)
        {
            throw new ReservationTransitionException("This reservation isn't confirmed yet.");
        }

        if (CheckedInAt is not null)
        {
            throw new ReservationTransitionException("Somebody has checked in already.");
        }

        if (now < Start - CheckInAhead)
        {
            throw new ReservationTransitionException($"Checking in is possible from {CheckInAhead.TotalMinutes:0} minutes before the start.");
        }

        CheckedInAt = now;
        Touch(ActivityAction.ReservationUpdated, actor, now);
    }

    /// <exception cref="ReservationTransitionException">Cancelled, past, or not begun.</exception>
    public void RequireRunning(DateTime now)
    {
        RequireChangeable(now);
        if (Start > now)
        {
            throw new ReservationTransitionException("This reservation hasn't begun yet. It can be cancelled.");
        }
    }

    /// <exception cref="ReservationTransitionException">Cancelled or past.</exception>
    public void RequireChangeable(DateTime now)
    {
        if (Status == ReservationStatus.Cancelled)
        {
            throw new ReservationTransitionException("A cancelled reservation can't be changed.");
        }

        RefusePast(now);
    }

    /// <summary>Changes room, time or text. Raises an updated event unless nothing differs.</summary>
    /// <param name="needsApproval">Another room or time, or more people, have to be approved again.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Update(int roomId, TimeSlot slot, ReservationDetails details, Actor actor, DateTime now, bool needsApproval = false)
    {
        RequireChangeable(now);
        CheckLength(slot);
        if (roomId == RoomId && slot == Slot && details == Details)
        {
            return false;
        }

        if (needsApproval && (roomId != RoomId || slot != Slot || details.Attendees > Attendees))
        {
            Status = ReservationStatus.Pending;
        }

        if (roomId != RoomId || slot.Start != Start)
        {
            // Whoever came was somewhere else, or at another time.
            CheckedInAt = null;
        }

        int? previousRoomId = roomId == RoomId ? null : RoomId;
        RoomId = roomId;
        Start = slot.Start;
        End = slot.End;
        Describe(details);
        Touch(ActivityAction.ReservationUpdated, actor, now, previousRoomId);
        return true;
    }

    /// <summary>Makes it the occurrence of a series that its rule puts at a start. That is no change of the reservation, and raises no event.</summary>
    /// <param name="originalStart">UTC.</param>
    public void JoinSeries(int seriesId, DateTime originalStart) => (SeriesId, OriginalStart) = (seriesId, originalStart);

    /// <summary>Marks it as deleted: raises the event that is published once the deletion has been committed.</summary>
    public void Delete(Actor actor, DateTime now)
    {
        if (!_events.Exists(e => e.Action == ActivityAction.ReservationDeleted))
        {
            Touch(ActivityAction.ReservationDeleted, actor, now);
        }
    }

    /// <summary>Hands over the events raised so far and forgets them.</summary>
    public IReadOnlyList<ReservationEvent> TakeEvents()
    {
        var events = _events.ToArray();
        _events.Clear();
        return events;
    }

    private static void CheckLength(TimeSlot slot)
    {
        if (slot.Length > MaximumLength)
        {
            throw new ArgumentException($"A reservation lasts at most {MaximumLength.Days} days.");
        }
    }

    private void RefusePast(DateTime now)
    {
        if (End <= now)
        {
            throw new ReservationTransitionException("A past reservation can't be changed.");
        }
    }

    private void Describe(ReservationDetails details)
    {
        Purpose = details.Purpose;
        Attendees = details.Attendees;
        ContactEmail = details.ContactEmail;
        ContactPhone = details.ContactPhone;
    }

    private void Touch(ActivityAction action, Actor actor, DateTime now, int? previousRoomId = null)
    {
        UpdatedAt = now;
        Version++;
        Raise(action, actor, now, previousRoomId);
    }

    private void Raise(ActivityAction action, Actor actor, DateTime now, int? previousRoomId = null) =>
        _events.Add(new ReservationEvent(action, this, actor, now, previousRoomId));
}
