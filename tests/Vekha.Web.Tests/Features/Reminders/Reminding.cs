using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Reminders;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Reminders;

/// <summary>A town with its people and a plan whose rows fall on given days.</summary>
internal static class Reminding
{
    extension(VekhaApp app)
    {
        /// <summary>It is this hour in Moscow.</summary>
        public void At(int year, int month, int day, int hour = 9) => app.Clock.Set(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(3)));

        /// <summary>Both jobs, one after the other, as in a morning.</summary>
        public async Task Remind()
        {
            await app.Run("reminders");
            await app.Run("digests");
        }

        /// <summary>A person with a role in a unit and a mail address.</summary>
        public async Task<(Visitor Visitor, Person Person)> Mailed(Role role, Organisation unit, string? fullName = null)
        {
            var (visitor, person) = await app.Hired(role, unit);
            var name = fullName ?? person.FullName;
            await app.Do(async s =>
            {
                var db = s.GetRequiredService<VekhaDb>();
                var found = await db.People.SingleAsync(p => p.Id == person.Id);
                found.Describe(name, found.Post, unit.Id, $"p{person.Id:N}@town.example", null);
                await db.SaveChangesAsync();
                person = found;
            });
            return (visitor, person);
        }

        /// <summary>An approved plan with one row a unit, each due on the day.</summary>
        public async Task<(Programme Programme, List<Assignment> Assignments)> Plan(Organisation town, string name, params (string Title, DateOnly Due, Organisation Unit)[] rows)
        {
            var programme = new Programme(name, town.Id, "город", DeadlinePolicy.Municipal);
            var plan = new Plan(programme.Id, "План мероприятий", new DateRange(new(2020, 8, 1), new(2021, 12, 31)));
            foreach (var (title, due, unit) in rows)
            {
                var measure = plan.AddMeasure(null, null, title);
                measure.DeadlineText = $"до {due:dd.MM.yyyy}";
                measure.Deadlines = [new Deadline.By(new(due.Year, due.Month, due.Day))];
                measure.AddExecutor(unit.Name, ExecutorKind.Organisation, organisationId: unit.Id);
            }
            var assignments = plan.Approve(new(new(2020, 8, 17), "Глава", "И.И. Выдумкин", null), programme.Policy.Calendar(), programme.Policy, new(2020, 8, 17, 9, 0, 0, TimeSpan.Zero), Guid.NewGuid());
            await app.Keep([programme, plan, .. assignments]);
            return (programme, [.. assignments]);
        }

        /// <summary>What a person was told on a day.</summary>
        public Task<List<Notice>> Told(Person person, DateOnly day) => app.Read(db => db.Notices.AsNoTracking().Where(n => n.PersonId == person.Id && n.Day == day).OrderBy(n => n.Control).ToListAsync());
    }
}
