using System.Text.Json.Nodes;
using Vekha.Deadlines;

namespace Vekha.Tests;

public sealed class DeadlineJsonTests
{
    public static TheoryData<Deadline> Kinds =>
    [
        new Deadline.On(new(2021, 6, 24)),
        new Deadline.By(new(2020, 10, 1)),
        new Deadline.By(new(2022, 5, 20), new WrittenDate(2022, 5, 1)),
        new Deadline.From(new(2005, 8, 25)),
        new Deadline.During(new(0, 9, 1), new(1, 5, 31)),
        new Deadline.Ongoing(),
        new Deadline.Every(new(Frequency.Monthly, 3) { MonthDays = [10] }),
        new Deadline.Every(new(Frequency.Weekly) { WeekDays = [DayOfWeek.Wednesday] }, 2, new(2022, 3, 1), new(2022, 10, 31)),
        new Deadline.Relative(30, OffsetUnit.CalendarDay, OffsetDirection.After, "завершения реализации проекта", OffsetLimit.NotLater),
        new Deadline.Relative(null, null, OffsetDirection.After, "заключения контракта", OffsetLimit.NotLater),
        new Deadline.Relative(5, OffsetUnit.WorkingDay, OffsetDirection.Before, "дня заседания", OffsetLimit.Within, 2),
        new Deadline.AsNeeded(),
        new Deadline.Reference("отдельному плану"),
        new Deadline.Unknown(),
    ];

    [Theory, MemberData(nameof(Kinds))]
    public void What_is_written_is_read_back_equal(Deadline deadline) =>
        DeadlineJson.Read((JsonObject)JsonNode.Parse(DeadlineJson.Write(deadline).ToJsonString())!).ShouldBe(deadline);
}
