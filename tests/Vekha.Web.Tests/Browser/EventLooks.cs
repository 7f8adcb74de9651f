using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Events;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>How events look at both widths, for staff and for residents.</summary>
public sealed class EventLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task The_calendar_the_card_the_list_and_the_public_form_stand_at_both_widths()
    {
        var seminar = await app.Read(db => db.Events.SingleAsync(e => e.Title == "Практика «Дворовый этноспорт»"));
        await using var w = await chromium.Open(app);
        await w.Go($"/events/{seminar.Id}");
        await w.Look("events-register");
        await w.SignIn("zotova", ExamplePeople.Password);
        foreach (var (address, name) in new[] { ($"/desk/events?programme={seminar.ProgrammeId}", "events-month"), ($"/desk/events/event/{seminar.Id}", "events-card"), ($"/desk/events/participants/{seminar.Id}", "events-people"), ($"/desk/events/desk/{seminar.Id}", "events-desk"), ($"/desk/events/letters/{seminar.Id}", "events-letters") })
        {
            await w.Go(address);
            await w.Look(name);
        }
    }
}
