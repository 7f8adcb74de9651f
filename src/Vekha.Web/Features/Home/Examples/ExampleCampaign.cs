using Vekha.Campaigns;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Campaigns;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// Row 16 of «Равные возможности детям»: three districts report on their clubs on five days. By 20 November the first day is
/// closed, on the second one report came back and one is missing. All figures are made up.
/// </summary>
internal static class ExampleCampaign
{
    private static readonly TimeOnly Noon = new(12, 15);

    private static readonly FormField[] Fields =
    [
        new("f1", "Клубов работает", FormFieldKind.Number) { Sums = true, Least = 0, Jump = 10, Source = FormSource.Objects, Counted = "клуб" },
        new("f2", "Мероприятий проведено с начала проекта", FormFieldKind.Number) { Sums = true, Least = 0, Jump = 10, Hint = "Вместе с прошлыми отчётами" },
        new("f3", "Посещают клубы", FormFieldKind.Table) { Unit = "детей", Sums = true, Least = 0, Jump = 10, Hint = "На последний день, каждого ребёнка один раз", Rows = ["7–10 лет", "11–14 лет", "15–17 лет"], Columns = ["мальчики", "девочки"] },
        new("f4", "Публикаций в СМИ и в сети", FormFieldKind.Number) { Sums = true, Least = 0, Jump = 10 },
        new("f5", "Ссылки на публикации", FormFieldKind.Text) { Required = false, Hint = "Каждая с новой строки" },
        new("f6", "Есть ли трудности", FormFieldKind.YesNo) { Source = FormSource.Nothing },
        new("f7", "Какие трудности и какая нужна помощь", FormFieldKind.Text) { Required = false, Source = FormSource.Nothing },
    ];

    private static readonly FormAuthor North = new(null, "А.Д. Вершинина");
    private static readonly FormAuthor City = new(null, "Р.И. Лугов");

    /// <param name="keeper">Who collects.</param>
    /// <param name="tosno">Who reports for the second district.</param>
    public static void Tell(VekhaDb db, Programme programme, Plan plan, ExampleHistory history, IEnumerable<Organisation> organisations, Person keeper, Person tosno)
    {
        var measure = plan.Measures.Single(m => m.Number == "16");
        var campaign = new Campaign("Отчёт о работе клубов по месту жительства", plan, [measure.Id]);
        campaign.FallOn(null, CampaignPlan.DaysOf(campaign.Id, [measure], plan, programme));
        foreach (var field in Fields) campaign.Put(field);
        foreach (var district in ExampleOrganisations.FirstDistricts)
        {
            var unit = organisations.Single(o => o.Name == ExampleOrganisations.CommitteeOf(district));
            campaign.AddUnit(unit.Id, unit.ShortName, unit.Territory, DateOnly.MinValue);
        }
        var (collector, second) = (new FormAuthor(keeper.Id, Person.Shorten(keeper.FullName)), new FormAuthor(tosno.Id, Person.Shorten(tosno.FullName)));
        var forms = campaign.Start(new(2017, 10, 9), collector);
        db.Add(campaign);
        db.AddRange(forms);

        FormReport Form(int unit, DateOnly day) => forms.Single(f => f.UnitId == campaign.Units[unit].UnitId && campaign.Dates.Single(d => d.Id == f.DateId).Nominal == day);
        void Send(FormReport form, DateOnly on, FormAuthor by, params string[] values)
        {
            var keys = FormField.CellsOf(campaign.Fields).Select(c => c.Key);
            form.Write(keys.Zip(values).Where(v => v.Second.Length > 0).ToDictionary(v => v.First, v => v.Second), [], history.At(on, Noon));
            form.Send(FormCheck.Of(campaign.Fields, form.Draft, null, []), on, history.At(on, Noon), by);
        }
        void Accept(FormReport form, DateOnly on) => form.Accept(on, history.At(on, Noon), collector);

        var (first, middle) = (new DateOnly(2017, 10, 23), new DateOnly(2017, 11, 15));
        var (north, tosnoForm, city) = (Form(0, first), Form(1, first), Form(2, first));
        Send(north, new(2017, 10, 20), North, "11", "14", "38", "41", "29", "33", "8", "11", "6", "сайт комитета образования, страницы клубов", "нет", "");
        Accept(north, new(2017, 10, 24));
        Send(tosnoForm, first, second, "2", "3", "9", "12", "7", "8", "2", "3", "2", "сайт комитета образования", "да", "В клубе «Маяк» нет педагога на вечерние часы");
        Accept(tosnoForm, new(2017, 10, 24));
        Send(city, new(2017, 10, 25), City, "2", "4", "11", "10", "12", "9", "5", "4", "3", "городской портал", "нет", "");
        Accept(city, new(2017, 10, 26));
        var cell = FormField.CellsOf(campaign.Fields).Single(c => c.Key == "f2");
        north.Correct(cell, "13", "Одно мероприятие показано двумя клубами", new(2017, 10, 27), history.At(new(2017, 10, 27), Noon), collector);

        var again = Form(0, middle);
        Send(again, new(2017, 11, 14), North, "11", "27", "44", "47", "35", "36", "12", "15", "13", "сайт комитета образования, районная газета", "нет", "");
        Accept(again, new(2017, 11, 16));
        var back = Form(1, middle);
        Send(back, middle, second, "2", "6", "10", "13", "9", "9", "3", "3", "4", "сайт комитета образования", "да", "");
        back.SendBack("Трудности отмечены, но не названы: какая помощь нужна клубу «Маяк»?", new(2017, 11, 17), history.At(new(2017, 11, 17), Noon), collector);
    }
}
