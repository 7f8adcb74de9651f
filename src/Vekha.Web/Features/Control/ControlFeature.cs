using Vekha.Web.Platform;

namespace Vekha.Web.Features.Control;

/// <summary>Who owes what by which day: one's own work, the card of an assignment, the board.</summary>
public static class ControlFeature
{
    public static readonly Feature Contents = new("Control")
    {
        Tables = [ReportDraft.Map, BoardView.Map],
        Services = services => services.AddScoped<MyWork>().AddScoped<Cards>().AddScoped<ReportDrafts>().AddScoped<Decisions>().AddScoped<Boards>().AddScoped<BoardViews>().AddScoped<DelayCounts>().AddScoped<OverdueList>().AddScoped<WaitingList>(),
        Menu =
        [
            new("Мои мероприятия", "/desk/my") { IsFirst = true, Count = MyCount.Of },
            new("Контроль", "/desk/control"),
        ],
    };
}
