using System.Globalization;
using Bunit;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Features.Booking.Recurring;

namespace RoomMonitor.Tests.Components.Reservations;

public sealed class RecurrenceEditorTests : ComponentTest
{
    /// <summary>A fourth Tuesday.</summary>
    private static readonly DateOnly _first = new(2026, 11, 24);

    private RecurrenceRule _rule = RecurrenceEditor.Usual;

    [Fact]
    public void Render_Usual_IsATermOfWeeks()
    {
        var editor = Open();

        Sentence(editor).Should().Be("Every week on Tuesday, 15 times");
        Pressed(editor).Should().Equal("Tue, Tuesday");
    }

    [Fact]
    public void Weekdays_Chosen_AreSaidInWords()
    {
        var editor = Open();

        Day(editor, "Thursday").Click();

        Sentence(editor).Should().Be("Every week on Tuesday and Thursday, 15 times");
        _rule.Weekdays.Should().BeEquivalentTo([DayOfWeek.Tuesday, DayOfWeek.Thursday]);
        Day(editor, "Tuesday").Click();
        Day(editor, "Thursday").Click();
        Pressed(editor).Should().Equal(["Thu, Thursday"], "one day stays");
    }

    [Theory]
    [InlineData(RecurrenceFrequency.Daily, "Every day, 15 times")]
    [InlineData(RecurrenceFrequency.MonthlyByDate, "Every month on day 24, 15 times")]
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "Every month on the fourth Tuesday, 15 times")]
    public void Frequency_Chosen_IsSaidInWords(RecurrenceFrequency frequency, string sentence)
    {
        var editor = Open();

        editor.Find("select").Change(frequency.ToString());

        Sentence(editor).Should().Be(sentence);
    }

    [Theory]
    [InlineData(RecurrenceFrequency.Daily, "3", "Every 3 days, 15 times")]
    [InlineData(RecurrenceFrequency.Weekly, "2", "Every two weeks on Tuesday, 15 times")]
    [InlineData(RecurrenceFrequency.Weekly, "3", "Every 3 weeks on Tuesday, 15 times")]
    [InlineData(RecurrenceFrequency.MonthlyByDate, "2", "Every 2 months on day 24, 15 times")]
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "6", "Every 6 months on the fourth Tuesday, 15 times")]
    [InlineData(RecurrenceFrequency.Weekly, "0", "Every week on Tuesday, 15 times")]
    [InlineData(RecurrenceFrequency.Weekly, "99", "Every 52 weeks on Tuesday, 15 times")]
    [InlineData(RecurrenceFrequency.Weekly, "some", "Every week on Tuesday, 15 times")]
    public void Interval_Typed_IsSaidInWordsAndStaysWithAnotherUnit(RecurrenceFrequency frequency, string typed, string sentence)
    {
        var editor = Open();

        editor.Find(".every input").Change(typed);
        editor.Find("select").Change(frequency.ToString());

        Sentence(editor).Should().Be(sentence);
    }

    [Fact]
    public void Interval_ThereAndBack_IsWhatStandsInTheField()
    {
        var editor = Open();

        foreach (var interval in new[] { "2", "3", "1" })
        {
            editor.Find(".every input").Change(interval);
            editor.Find(".every input").GetAttribute("value").Should().Be(interval);
            editor.Find("select").GetAttribute("value").Should().Be("Weekly");
        }
    }

    [Fact]
    public void End_ByDate_ReplacesTheCountAndComesBack()
    {
        var editor = Open();

        editor.FindAll("input[type=radio]")[1].Change(true);
        editor.Find("input[type=date]").Change("2027-01-05");

        Sentence(editor).Should().Be("Every week on Tuesday, until Tuesday, 5 January");
        (_rule.Count, _rule.Until).Should().Be((null, new DateOnly(2027, 1, 5)));
        editor.FindAll("input[type=radio]")[0].Change(true);
        (_rule.Count, _rule.Until).Should().Be((15, null));
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1000", 200)]
    [InlineData("none", 15)]
    public void Count_OutOfRange_IsBrought(string typed, int count)
    {
        var editor = Open();

        editor.Find(".ends input[type=number]").Change(typed);

        _rule.Count.Should().Be(count);
    }

    [Theory]
    [InlineData(RecurrenceFrequency.Weekly, "Jede Woche am Dienstag, 15-mal")]
    [InlineData(RecurrenceFrequency.MonthlyByWeekday, "Jeden Monat am vierten Dienstag, 15-mal")]
    [InlineData(RecurrenceFrequency.MonthlyByDate, "Jeden Monat am 24., 15-mal")]
    public void Words_German_AreGerman(RecurrenceFrequency frequency, string sentence)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");

        RecurrenceWords.Of(new RecurrenceRule { Frequency = frequency, Count = 15 }, _first).Should().Be(sentence);
    }

    private static string Sentence(IRenderedComponent<RecurrenceEditor> editor) => editor.Find(".sentence").TextContent;

    private static AngleSharp.Dom.IElement Day(IRenderedComponent<RecurrenceEditor> editor, string name) => editor.Find($".days button[aria-label$=' {name}']");

    private static IEnumerable<string?> Pressed(IRenderedComponent<RecurrenceEditor> editor) =>
        editor.FindAll(".days button[aria-pressed=true]").Select(button => button.GetAttribute("aria-label"));

    private IRenderedComponent<RecurrenceEditor> Open()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        IRenderedComponent<RecurrenceEditor> editor = null!;
        editor = Render<RecurrenceEditor>(parameters => parameters
            .Add(component => component.Rule, _rule)
            .Add(component => component.FirstDay, _first)
            .Add(component => component.RuleChanged, rule =>
            {
                _rule = rule;
                editor.Render(again => again.Add(component => component.Rule, rule));
            }));
        return editor;
    }
}
