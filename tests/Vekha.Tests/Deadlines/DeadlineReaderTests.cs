using System.Diagnostics;
using Vekha.Deadlines;

namespace Vekha.Tests.Deadlines;

public sealed class DeadlineReaderTests
{
    [Fact]
    public void A_year_from_the_plan_is_explained() =>
        DeadlineReader.Read("до 15 мая", new(2022, "из названия плана")).Explanation.ShouldBe("год — из названия плана");

    [Fact]
    public void A_dropped_time_of_the_day_is_explained() =>
        DeadlineReader.Read("15 мая 2022 г. в 15.00", new()).Explanation.ShouldBe("время дня не учтено");

    [Fact]
    public void A_year_that_nobody_names_is_asked()
    {
        var reading = DeadlineReader.Read("до 15 мая", new());
        reading.IsCertain.ShouldBeFalse();
        reading.Questions.ShouldHaveSingleItem().Text.ShouldContain("Год не назван");
    }

    [Theory]
    [InlineData("до 15 мая 2022 г.")]
    [InlineData("IV квартал 2020 – II квартал 2021")]
    [InlineData("постоянно")]
    [InlineData("ежегодно до 1 марта")]
    [InlineData("не позднее 30 календарных дней со дня завершения реализации проекта")]
    public void Plain_words_raise_no_question(string words) => DeadlineReader.Read(words, new()).IsCertain.ShouldBeTrue();

    [Theory]
    [InlineData("дней с даты заключения муниципального контракта", "потеряно")]
    [InlineData("срочно", "срочное")]
    [InlineData("31 ноября 2022 г.", "Такого дня")]
    [InlineData("уточняется", "не распознан")]
    [InlineData("начало 2025 года", "неточно")]
    [InlineData("среда", "каждую неделю")]
    [InlineData("до «___» декабря 2023 г.", "не вписан")]
    [InlineData("15 мая 2022 г., 20", "не всё")]
    [InlineData("осенние каникулы 2022 г.", "обычные границы")]
    public void Doubts_become_questions(string words, string about) => DeadlineReader.Read(words, new()).Questions.ShouldContain(q => q.Text.Contains(about));

    [Fact]
    public void A_lost_dash_offers_both_readings_the_likelier_first()
    {
        var question = DeadlineReader.Read("Апрель Май", new(2007)).Questions.ShouldHaveSingleItem();
        question.Candidates.Select(Compact.Of).ShouldBe(["period 2007-04-01 – 2007-05-31", "period 2007-04-01 – 2007-04-30 + period 2007-05-01 – 2007-05-31"]);
    }

    [Fact]
    public void A_day_that_is_not_written_in_offers_the_end_of_its_month() =>
        DeadlineReader.Read("до «___» декабря 2023 г.", new()).Questions.ShouldHaveSingleItem().Candidates.Select(Compact.Of).ShouldBe(["by 2023-12-31"]);

    [Fact]
    public void Until_a_month_asks_whether_the_month_belongs_to_it() =>
        DeadlineReader.Read("до мая 2022 г.", new()).Questions.ShouldHaveSingleItem().Candidates.Select(Compact.Of).ShouldBe(["by 2022-04-30", "by 2022-05-31"]);

    [Theory]
    [InlineData("не позднее 30 календарных дней со дня завершения реализации проекта", "завершение реализации проекта")]
    [InlineData("в течение 10 дней с даты заключения контракта", "заключение контракта")]
    [InlineData("по окончании общественного обсуждения", "окончание общественного обсуждения")]
    [InlineData("до начала отопительного сезона", "начало отопительного сезона")]
    [InlineData("перед открытием лагеря", "открытие лагеря")]
    [InlineData("за 5 рабочих дней до общественного обсуждения", "общественное обсуждение")]
    [InlineData("в течение 3 дней после публикации извещения", "публикация извещения")]
    [InlineData("после проверки готовности", "проверка готовности")]
    [InlineData("в течение 10 дней после отчетного месяца", "отчетный месяц")]
    public void The_event_is_named_in_the_nominative(string words, string name) =>
        DeadlineReader.Read(words, new()).Deadlines.OfType<Deadline.Relative>().ShouldHaveSingleItem().Event.ShouldBe(name);

    [Theory]
    [InlineData("еженедельно в период половодья", false)]
    [InlineData("ежемесячно в отопительный период", false)]
    [InlineData("ежемесячно в течение срока реализации программы", true)]
    [InlineData("ежедневно в период половодья с 1 апреля по 15 мая", true)]
    public void A_repetition_within_a_season_of_unknown_days_is_asked_about(string words, bool isCertain)
    {
        var reading = DeadlineReader.Read(words, new(2025));
        reading.Deadlines.ShouldHaveSingleItem().ShouldBeOfType<Deadline.Every>();
        reading.IsCertain.ShouldBe(isCertain);
    }

    [Fact]
    public void Any_garbage_is_answered_and_quickly()
    {
        var random = new Random(20200810);
        string[] pieces =
        [
            "до ", "с ", "по ", "к ", "не ", "позднее ", "ранее ", "чем ", "в ", "течение ", "15", "2022", "01.02.2022", "мая ", "май", "квартал ", "IV", "Ш ", "1У", "-", " – ", ",", ".", "(", ")", "\n", ";", "№ ", "раз ",
            "ежегодно ", "каждый ", "первая ", "среда ", "дней ", "рабочих ", "со дня ", "после ", "за ", "конца ", "начало ", "года", "г.", "гг.", "учебный ", "полугодие ", "декада ", "числа ", "месяца, следующего за отчётным ", "последний ", "день ", "…", "«", "»", "<br>", "&nbsp;", "\u00AD", "\u0306", "\uD800", "тел. ", "ул. ", "сентябр", "ьдекабр", "99999999999", "0", "/", "по мере ", "согласно ", "летний ", "период ", "накануне ", "постоянно ",
        ];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => random.Next(8) == 0 ? ((char)random.Next(1, 0x2200)).ToString() : pieces[random.Next(pieces.Length)]));
            var reading = Should.NotThrow(() => DeadlineReader.Read(text, new(random.Next(3) == 0 ? null : 2022)), text.Replace("\n", "↵"));
            reading.Deadlines.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("с ")]
    [InlineData("до 15 мая, ")]
    [InlineData("1, ")]
    [InlineData("1.")]
    [InlineData("май ")]
    [InlineData("со дня ")]
    [InlineData("не позднее ")]
    [InlineData("в течение ")]
    [InlineData("5-")]
    [InlineData("кв")]
    [InlineData("сен тябр ь ")]
    [InlineData("по мере ")]
    [InlineData("каждый первый ")]
    [InlineData("начало и ")]
    [InlineData("весенний и ")]
    [InlineData("ежегодно 1 мая ")]
    [InlineData("(")]
    [InlineData("_")]
    [InlineData("1.052025")]
    [InlineData("http://")]
    [InlineData("в период паводка с 1 ")]
    public void A_hundred_thousand_signs_are_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        DeadlineReader.Read(text, new(2022)).Deadlines.ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
