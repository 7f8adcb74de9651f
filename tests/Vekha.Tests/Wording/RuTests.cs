using Vekha.Calendars;
using Vekha.Wording;

namespace Vekha.Tests.Wording;

/// <summary>Russian as it is printed; «_» stands here for a no-break space.</summary>
public sealed class RuTests
{
    private static readonly DateOnly Friday = new(2020, 10, 30);

    [Fact]
    public void Days_are_written_as_in_the_rule_book()
    {
        Seen(Ru.Day(Friday)).ShouldBe("30_октября 2020,_пт");
        Seen(Ru.ShortDay(Friday)).ShouldBe("30.10.2020,_пт");
        Seen(Ru.Brief(Friday)).ShouldBe("30.10");
        Seen(Ru.PaperDay(Friday)).ShouldBe("30_октября 2020_г.");
        Seen(Ru.DayNear(Friday, new(2020, 11, 2))).ShouldBe("30_октября");
        Seen(Ru.DayNear(Friday, new(2021, 1, 11))).ShouldBe("30_октября 2020");
        Ru.Moment(new(2020, 10, 30, 9, 5, 0, TimeSpan.FromHours(3))).ShouldBe("30.10.2020, 9:05");
    }

    [Theory]
    [InlineData("2020-10-01", "2020-10-31", "1–31_октября 2020", "октябрь 2020")]
    [InlineData("2020-10-01", "2021-06-30", "1_октября 2020 – 30_июня 2021", "IV_квартал 2020 – II_квартал 2021")]
    [InlineData("2021-06-01", "2021-07-31", "1_июня – 31_июля 2021", "июнь – июль 2021")]
    [InlineData("2023-10-01", "2023-12-31", "1_октября – 31_декабря 2023", "IV_квартал 2023")]
    [InlineData("2023-04-01", "2023-12-31", "1_апреля – 31_декабря 2023", "II–IV_кварталы 2023")]
    [InlineData("2023-07-01", "2023-12-31", "1_июля – 31_декабря 2023", "II_полугодие 2023")]
    [InlineData("2023-01-01", "2023-12-31", "1_января – 31_декабря 2023", "2023_год")]
    [InlineData("2017-10-10", "2017-12-25", "10_октября – 25_декабря 2017", "10_октября – 25_декабря 2017")]
    [InlineData("2017-10-10", "2017-10-10", "10_октября 2017", "10_октября 2017")]
    public void Spans_are_written_short_and_called_by_their_name(string first, string last, string range, string period)
    {
        var days = new DateRange(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        Seen(Ru.Range(days)).ShouldBe(range);
        Seen(Ru.Period(days)).ShouldBe(period);
    }

    [Theory]
    [InlineData(0, "0_дней")]
    [InlineData(1, "1_день")]
    [InlineData(2, "2_дня")]
    [InlineData(4, "4_дня")]
    [InlineData(5, "5_дней")]
    [InlineData(11, "11_дней")]
    [InlineData(12, "12_дней")]
    [InlineData(14, "14_дней")]
    [InlineData(21, "21_день")]
    [InlineData(111, "111_дней")]
    [InlineData(122, "122_дня")]
    [InlineData(1001, "1_001_день")]
    public void Counts_agree(int number, string said) => Seen(Ru.Days(number)).ShouldBe(said);

    [Fact]
    public void Terms_agree_with_their_number()
    {
        Seen(Ru.Count(1, Noun.Measure)).ShouldBe("1_мероприятие");
        Seen(Ru.Count(3, Noun.Measure)).ShouldBe("3_мероприятия");
        Seen(Ru.Count(16, Noun.Measure)).ShouldBe("16_мероприятий");
        Seen(Ru.Count(2, Noun.Assignment)).ShouldBe("2_поручения");
        Seen(Ru.Count(5, Noun.Report)).ShouldBe("5_отчётов");
        Seen(Ru.Count(22, Noun.Executor)).ShouldBe("22_исполнителя");
        Seen(Ru.Count(3, Noun.WorkingDay)).ShouldBe("3_рабочих дня");
        Seen(Ru.Count(5, Noun.Person)).ShouldBe("5_человек");
        Seen(Ru.Count(2, Noun.Row)).ShouldBe("2_строки");
        Seen(Ru.Count(7, Noun.Publication)).ShouldBe("7_публикаций");
        Noun.Executor.Instrumental.ShouldBe("исполнителем");
        Noun.Measure.PluralDative.ShouldBe("мероприятиям");
    }

    [Fact]
    public void Numbers_have_no_break_thousands_and_a_comma()
    {
        Seen(Ru.Number(1250000)).ShouldBe("1_250_000");
        Seen(Ru.Number(1250.5m)).ShouldBe("1_250,50");
        Seen(Ru.Roubles(-300m)).ShouldBe("−300,00_₽");
        Seen(Ru.OutOf(68, 78)).ShouldBe("68_из 78");
        Seen(Ru.FileSize(86_000)).ShouldBe("84_КБ");
        Seen(Ru.FileSize(1_572_864)).ShouldBe("1,5_МБ");
        Seen(Ru.FileSize(512)).ShouldBe("512_Б");
    }

    [Theory]
    [InlineData(68, 78, "87_%")]
    [InlineData(6, 9, "67_%")]
    [InlineData(999, 1000, "99_%")]
    [InlineData(1000, 1000, "100_%")]
    [InlineData(1, 1000, "1_%")]
    [InlineData(0, 5, "0_%")]
    [InlineData(49, 45, "109_%")]
    [InlineData(0, 0, "нет данных")]
    public void A_percent_is_whole_and_never_rounded_up_to_all(int part, int whole, string said) => Seen(Ru.Percent(part, whole)).ShouldBe(said);

    [Fact]
    public void Stamps_and_ordinals_agree_in_gender()
    {
        Enum.GetValues<Gender>().Select(Ru.Approved).ShouldBe(["УТВЕРЖДЕН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ"]);
        Ru.Ordinal(1, Gender.Masculine).ShouldBe("первый");
        Ru.Ordinal(2, Gender.Masculine).ShouldBe("второй");
        Ru.Ordinal(3, Gender.Feminine).ShouldBe("третья");
        Ru.Ordinal(3, Gender.Neuter).ShouldBe("третье");
        Ru.Ordinal(7, Gender.Masculine).ShouldBe("седьмой");
        Ru.Ordinal(40, Gender.Neuter).ShouldBe("40-е");
    }

    [Fact]
    public void Lists_and_names()
    {
        Ru.List(["охват", "фото", "ссылки"]).ShouldBe("охват, фото и ссылки");
        Ru.List(["охват"]).ShouldBe("охват");
        Ru.List([]).ShouldBe("");
        Seen(Ru.Initials("Громова Нина Львовна")).ShouldBe("Н.Л._Громова");
        Seen(Ru.Initials("Громова Нина")).ShouldBe("Н._Громова");
        Ru.Initials("Н.Л. Громова").ShouldBe("Н.Л. Громова");
        Ru.Capital("просрочено").ShouldBe("Просрочено");
    }

    private static string Seen(string text) => text.Replace('\u00A0', '_');
}
