using System.Security.Claims;
using Vekha.Deadlines;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Changes;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>The education unit of Khimki asks to move the conference from February to March 2021; nobody has decided yet.</summary>
internal static class ExampleRequest
{
    private const string March = "март 2021";

    /// <param name="author">Who asks, of the unit that leads the conference.</param>
    public static void Ask(VekhaDb db, Programme programme, Plan plan, ExampleHistory history, Person author, Organisation unit, DateOnly on)
    {
        var measure = plan.Measures.Single(m => m.Code == "О.6");
        var its = history.Assignments.Where(a => a.MeasureId == measure.Id).ToList();
        var ask = new Ask
        {
            Kind = ChangeKind.Deadline, AssignmentId = history.Lead("О.6").Id, After = March,
            Deadlines = DeadlineReader.Read(March, new ReadingContext(plan.First.Year, "год — из периода плана")).Deadlines,
            Reason = "Зал библиотеки занят до конца февраля, а секции школьников переносятся на каникулы: собрать всех участников раньше марта нельзя.",
            Impact = "Показатели не меняются. Сборник выйдет на месяц позже, в апреле; итоговая презентация 24 июня не затронута.",
            ReasonKind = "ждали согласования или ответа",
        };
        var request = new ChangeRequest(programme, measure, 1, ask, Notice.Of(ask, programme, plan, measure, its), on, history.At(on, new TimeOnly(11, 20)), ActorOf(author, unit));
        db.Add(request);
        db.Add(new Delay(request.PlanId, request.MeasureId, request.AssignmentId, ask.ReasonKind, request.Reason, DelaySource.Request, request.Id, on));
    }

    private static Actor ActorOf(Person person, Organisation unit) => new(new Signed(new ClaimsPrincipal(new ClaimsIdentity(
    [
        new(Actor.PersonClaim, person.Id.ToString()), new(Actor.ShortNameClaim, Person.Shorten(person.FullName)), new(Actor.UnitNameClaim, unit.ShortName),
    ]))));

    // The usual accessor belongs to the whole flow of the start: the acts of Vekha itself would bear this name too.
    private sealed class Signed(ClaimsPrincipal person) : IHttpContextAccessor
    {
        public HttpContext? HttpContext { get; set; } = new DefaultHttpContext { User = person };
    }
}
