using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Tests.Harness;

/// <summary>People and units for a test, each with a name of its own so that tests of one class do not meet.</summary>
public static class Staff
{
    public const string Password = "длинныйпароль";

    private static int number;

    extension(VekhaApp app)
    {
        /// <summary>A unit of its own: «Отдел 7», under another if one is given.</summary>
        public async Task<Organisation> Unit(string? name = null, Organisation? under = null)
        {
            var unit = Organisation.Found(name ?? $"Отдел {Interlocked.Increment(ref number)}", OrganisationKind.Unit, under);
            await app.Keep(unit);
            return unit;
        }

        /// <summary>Hires a person with a role and an account, and signs in.</summary>
        /// <param name="unit">Where the person works and holds the role; a unit of its own when absent.</param>
        public async Task<Visitor> SignedIn(Role role, Organisation? unit = null) => (await app.Hired(role, unit)).Visitor;

        /// <inheritdoc cref="SignedIn"/>
        public async Task<(Visitor Visitor, Person Person)> Hired(Role role, Organisation? unit = null)
        {
            unit ??= await app.Unit();
            var person = Person.Hire($"Фамильев{Interlocked.Increment(ref number)} Имён Отчествович", "специалист", unit.Id);
            return (await app.SignedInAs(person, role), person);
        }

        /// <summary>Gives a person of a test roles in his unit and an account, and signs in.</summary>
        public async Task<Visitor> SignedInAs(Person person, params Role[] roles)
        {
            var login = $"person{Interlocked.Increment(ref number)}";
            await app.Do(async services =>
            {
                // A person who is in the database already is taken from there.
                var known = await services.GetRequiredService<VekhaDb>().People.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == person.Id) ?? person;
                foreach (var role in roles) known.Grant(role, known.UnitId, app.Clock.GetUtcNow());
                var made = await services.GetRequiredService<UserManager<Account>>().CreateAsync(Account.For(known, login), Password);
                made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(e => e.Description)));
            });
            return await app.Guest().SignIn(login);
        }

        /// <summary>The same person signs in once more: a session lasts twelve hours of the clock.</summary>
        public async Task<Visitor> Again(Person person) =>
            await app.Guest().SignIn(await app.Read(db => db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Login).SingleAsync()));
    }
}
