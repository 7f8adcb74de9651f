using Vekha.Events;

namespace Vekha.Tests.Events;

/// <summary>A list that a host has made is read by its headings; what cannot be taken is named by its row.</summary>
public sealed class AttendeeListTests
{
    private static AttendeeList Read(params string[] rows) => AttendeeList.Read([.. rows.Select(r => (IReadOnlyList<string>)r.Split('|'))]);

    [Fact]
    public void Rows_are_read_under_their_headings_whatever_stands_above()
    {
        var list = Read("Список участников семинара", "№|ФИО|Организация|Должность|Телефон|Эл. почта", "1|Лыкова Анна Петровна|Дом дружбы|методист|8 900 000-00-01|Lykova@town.example", "||||", "2|Рогов Олег Ильич||||");
        list.Problems.ShouldBeEmpty();
        list.People.ShouldBe([new(3, "Лыкова Анна Петровна", "lykova@town.example", "8 900 000-00-01", "Дом дружбы", "методист"), new(5, "Рогов Олег Ильич", null, null, null, null)]);
    }

    [Fact]
    public void Surname_and_name_may_stand_apart() =>
        Read("Фамилия|Имя|Отчество", "Лыкова|Анна|Петровна").People.Single().Name.ShouldBe("Лыкова Анна Петровна");

    [Fact]
    public void Bad_rows_and_doubles_are_named_with_the_row_and_the_reason()
    {
        var list = Read("ФИО|E-mail", "Лыкова А.П.|a@town.example", "Рогов О.И.|почта", "Лыкова Анна|A@town.example", "|b@town.example");
        list.People.Single().Row.ShouldBe(2);
        list.Problems.Select(p => $"{p.Row}: {p.Why}").ShouldBe(["3: «почта» не похоже на адрес почты", "4: адрес a@town.example уже стоит в строке 2", "5: нет фамилии и имени"]);
    }

    [Fact]
    public void A_table_without_names_is_refused_as_a_whole() => Read("Дата|Сумма", "01.02.2020|5").Problems.Single().Why.ShouldContain("ФИО");

    [Theory]
    [InlineData("4821 0937", "48210937")]
    [InlineData("4821-0937", "48210937")]
    [InlineData("48210937", "48210937")]
    [InlineData("Лыкова", null)]
    [InlineData("482109", null)]
    public void A_code_is_read_however_it_was_typed(string typed, string? code) => TicketCode.Read(typed).ShouldBe(code);
}
