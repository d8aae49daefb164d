namespace RoomMonitor.Tests.Architecture;

public sealed class SourceRulesTests
{
    /// <summary>Files (by path from the root) that may break a rule, each with the reason beside it.</summary>
    private static readonly HashSet<string> _allowed =
    [
        // Sessions raise no events; a refresh token is taken by one statement, so that it counts once.
        "RoomMonitor.Data/Sessions/SessionStore.cs",

        // Neither do failed sign-ins, of which the oldest go.
        "RoomMonitor.Data/Accounts/SignInFailures.cs",
    ];

    [Fact]
    public void Source_OfTheShippedProjects_SaysNothingBanned()
    {
        var violations =
            from file in RepositorySource.Shipped()
            where !_allowed.Contains(file.Path)
            from violation in SourceRules.Violations(file.Text)
            select $"{file.Path} {violation}";

        violations.Should().BeEmpty();
    }

    [Fact]
    public void Source_OfTheShippedProjects_ChangesNoReservationsInBulk()
    {
        var violations =
            from file in RepositorySource.Shipped()
            from violation in SourceRules.BulkChangesOfReservations(file.Text)
            select $"{file.Path} {violation}";

        violations.Should().BeEmpty();
    }

    [Fact]
    public void AllowedFiles_AllOfThem_ExistAndNeedIt() =>
        _allowed.Should().BeSubsetOf(
            RepositorySource.Shipped().Where(f => SourceRules.Violations(f.Text).Any()).Select(f => f.Path));

    [Fact]
    public void Shipped_Repository_HoldsTheProjectsWithoutTheTests()
    {
        var paths = RepositorySource.Shipped().Select(f => f.Path).ToList();

        paths.Should().Contain(["RoomMonitor.Domain/Rooms/Room.cs", "RoomMonitor.Web/Program.cs"]);
        paths.Should().NotContain(p => p.StartsWith("RoomMonitor.Tests/", StringComparison.Ordinal) || p.Contains("/obj/"));
    }

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTime.Today;")]
    [InlineData("var now = DateTimeOffset.UtcNow.AddDays(1);")]
    [InlineData("var now = System.DateTimeOffset\n    .Now;")]
    [InlineData("Thread.Sleep(5);")]
    [InlineData("var x = task.Result;")]
    [InlineData("private async void Load()")]
    [InlineData("await db.Rooms.ExecuteDeleteAsync(token);")]
    [InlineData("db.Rooms.ExecuteUpdate(s => s);")]
    [InlineData("var url = \"http://x\"; var x = task.Result;")]
    [InlineData("/* fine */ Thread.Sleep(5);")]
    public void Violations_BannedText_IsFoundOnce(string text) => SourceRules.Violations(text).Should().ContainSingle();

    [Theory]
    [InlineData("var now = clock.GetUtcNow();")]
    [InlineData("return Results.Ok();")]
    [InlineData("/// <summary>Not DateTime.UtcNow.</summary>")]
    [InlineData("/* task.Result */")]
    [InlineData("@* DateTime.Now *@")]
    [InlineData("private async Task LoadAsync()")]
    public void Violations_OtherText_AreNone(string text) => SourceRules.Violations(text).Should().BeEmpty();

    [Fact]
    public void Violations_AfterComments_TellTheLine() =>
        SourceRules.Violations("// one\n/* two\nthree */\nThread.Sleep(5);").Should().Equal("line 4: Thread.Sleep");

    [Theory]
    [InlineData("await db.Reservations.Where(r => r.Id == 1)\n    .ExecuteDeleteAsync(token);", 1)]
    [InlineData("db.Set<Reservation>().ExecuteUpdate(s => s);", 1)]
    [InlineData("var n = db.Reservations.Count(); db.Rooms.ExecuteDelete();", 0)]
    public void BulkChangesOfReservations_Statement_AreThoseThatNameThem(string text, int count) =>
        SourceRules.BulkChangesOfReservations(text).Should().HaveCount(count);
}
