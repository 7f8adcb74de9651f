using Vekha.Control;

namespace Vekha.Tests.Control;

public sealed class FormStatusTests
{
    private static readonly DateOnly Due = new(2017, 11, 15);
    private static readonly DateOnly Opens = new(2017, 11, 8);

    [Theory]
    [InlineData("07.11", "", FormState.NotDue, "срок не наступил")]
    [InlineData("08.11", "", FormState.Due, "пора сдавать")]
    [InlineData("15.11", "", FormState.Due, "пора сдавать")]
    [InlineData("16.11", "", FormState.Missing, "не представлено, 1 день")]
    [InlineData("20.11", "сдано 14.11", FormState.Submitted, "на проверке")]
    [InlineData("20.11", "сдано 15.11", FormState.Submitted, "на проверке")]
    [InlineData("20.11", "сдано 17.11", FormState.Late, "сдано с опозданием на 2 дня")]
    [InlineData("15.11", "сдано 14.11, возвращено 15.11", FormState.Returned, "возвращено на доработку")]
    [InlineData("17.11", "сдано 14.11, возвращено 15.11", FormState.Returned, "возвращено, не исправлено")]
    [InlineData("20.11", "сдано 14.11, возвращено 15.11, сдано 17.11", FormState.Submitted, "на проверке")]
    [InlineData("20.11", "сдано 14.11, принято 16.11", FormState.Accepted, "принято")]
    [InlineData("20.11", "сдано 17.11, принято 18.11", FormState.Accepted, "принято, опоздание 2 дня")]
    [InlineData("20.11", "сдано 14.11, принято 16.11, исправлено 19.11", FormState.Accepted, "принято")]
    [InlineData("16.11", "сдано 17.11, принято 18.11", FormState.Missing, "не представлено, 1 день")]
    public void A_form_stands_where_its_records_put_it_on_the_day(string day, string happened, FormState state, string word)
    {
        var status = FormStatus.Of(Due, Opens, Events(happened), Day(day));

        (status.State, status.Word.Replace('\u00a0', ' ')).ShouldBe((state, word));
    }

    [Theory]
    [InlineData("20.11", "", false, true)]
    [InlineData("14.11", "", false, false)]
    [InlineData("20.11", "сдано 17.11", true, false)]
    [InlineData("20.11", "сдано 14.11, возвращено 15.11", false, true)]
    [InlineData("20.11", "сдано 14.11, принято 16.11", true, false)]
    public void Only_what_was_sent_and_not_returned_is_counted(string day, string happened, bool isCounted, bool isOverdue)
    {
        var status = FormStatus.Of(Due, Opens, Events(happened), Day(day));

        (status.IsCounted, status.IsOverdue).ShouldBe((isCounted, isOverdue));
    }

    private static IEnumerable<FormEvent> Events(string happened) => happened.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(e => new FormEvent(e.Split(' ')[0] switch
    {
        "сдано" => FormEventKind.Submitted,
        "возвращено" => FormEventKind.Returned,
        "принято" => FormEventKind.Accepted,
        _ => FormEventKind.Corrected,
    }, Day(e.Split(' ')[1])));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text + ".2017", "dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
