using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;

namespace Vekha.Web.Tests.Harness;

/// <summary>
/// What the towns of tests have in common: a programme of a unit, a plan with rows and executors, its approval by the head. The
/// shape of each document stays with its own builder.
/// </summary>
public static class Town
{
    extension(Plan plan)
    {
        /// <summary>A row with one deadline, its words as printed, and its executors by the names of their units.</summary>
        public Measure Row(Stage? stage, string? number, string title, string? words, Deadline deadline, params Organisation[] executors) =>
            plan.Row(stage, number, title, words, deadline, [.. executors.Select(e => (e, e.Name))]);

        /// <summary>The same with the executors called as the document prints them.</summary>
        public Measure Row(Stage? stage, string? number, string title, string? words, Deadline deadline, params (Organisation Unit, string Printed)[] executors)
        {
            var row = plan.AddMeasure(stage, number, title);
            (row.DeadlineText, row.Deadlines) = (words, [deadline]);
            foreach (var (unit, printed) in executors) row.AddExecutor(printed, ExecutorKind.Organisation, organisationId: unit.Id);
            return row;
        }
    }

    extension(VekhaApp app)
    {
        /// <summary>The head of the programme's unit approves the plan; all of it is kept.</summary>
        /// <param name="on">The day of the act; what it puts on control is dated by it.</param>
        /// <param name="hour">At which hour of UTC it is written down.</param>
        /// <param name="head">«Орлов Степан Петрович»: hired for it.</param>
        public async Task<IReadOnlyList<Assignment>> Approve(Programme programme, Plan plan, DateOnly on, string head = "Выдумкин Илья Ильич", string post = "Глава", int hour = 9)
        {
            var author = Person.Hire(head, post.ToLowerInvariant(), programme.OrganisationId);
            var assignments = plan.Approve(new(on, post, author.ShortName, null), programme.Policy.Calendar(), programme.Policy, new(on, new(hour, 0), TimeSpan.Zero), author.Id).ToList();
            await app.Keep([author, programme, plan, .. assignments]);
            return assignments;
        }
    }
}
