using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Rooms;

/// <summary>What a page of rooms is asked to show.</summary>
public interface IRoomQuery<TSelf> : IAddressQuery<TSelf>
    where TSelf : IRoomQuery<TSelf>
{
    /// <summary>Empty: all.</summary>
    string Building { get; }

    string Search { get; }

    TSelf WithSearch(string search);
}
