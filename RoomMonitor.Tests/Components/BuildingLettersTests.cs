using CsCheck;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Tests.Components;

public sealed class BuildingLettersTests
{
    [Fact]
    public void Of_DifferentInitials_TakesOneLetterEach()
    {
        var letters = BuildingLetters.Of(["Main Building", "Garden Pavilion", "weaver hall"]);

        letters["Main Building"].Should().Be("M");
        letters["Garden Pavilion"].Should().Be("G");
        letters["weaver hall"].Should().Be("W");
    }

    [Fact]
    public void Of_SharedInitial_TakesTwoLettersForBoth()
    {
        var letters = BuildingLetters.Of(["Main Building", "Mill House", "Garden Pavilion"]);

        letters["Main Building"].Should().Be("MB");
        letters["Mill House"].Should().Be("MH");
        letters["Garden Pavilion"].Should().Be("G");
    }

    [Fact]
    public void Of_SharedInitialsOfBothWords_FallsBackToFurtherLetters()
    {
        var letters = BuildingLetters.Of(["Main Building", "Music Barn", "Museum"]);

        letters["Main Building"].Should().Be("MB");
        letters["Museum"].Should().Be("MU");
        letters["Music Barn"].Should().Be("MS");
    }

    [Fact]
    public void Of_BuildingWithoutName_HasADash() => BuildingLetters.Of([""])[""].Should().Be("–");

    [Fact]
    public void Of_AnyBuildings_GivesEachItsOwn() =>
        Gen.String[Gen.Char["abAB 1é–"], 0, 6].HashSet[0, 12].Sample(names =>
        {
            var letters = BuildingLetters.Of(names);
            names.All(letters.ContainsKey).Should().BeTrue();
            letters.Should().HaveCount(names.Distinct(NameComparer.Instance).Count(), "names that only case tells apart are one");
            letters.Values.Should().OnlyHaveUniqueItems();
        });

    [Fact]
    public void Of_AnotherOrderOfBuildings_GivesTheSame()
    {
        string[] names = ["Main Building", "Music Barn", "Museum", "Mill House"];

        BuildingLetters.Of(names.Reverse()).Should().BeEquivalentTo(BuildingLetters.Of(names));
    }
}
