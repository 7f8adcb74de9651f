using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Data;

/// <summary>What a process remembers is never older than the rows it follows from.</summary>
public abstract class StampedMemoryTests(VekhaApp app)
{
    private readonly StampedMemory<int, string> memory = new(ProgrammeMemory.Stamp);
    private int asked;

    private Task<string> Ask() => app.Read(db => memory.Of(db, 0, () => Task.FromResult($"ответ {++asked}")));

    private static Programme New(Guid owner) => new("Программа памяти", owner, "городской округ", DeadlinePolicy.Municipal);

    [Fact]
    public async Task An_answer_is_remembered_until_its_rows_change()
    {
        var owner = await app.Unit();
        (await Ask()).ShouldBe("ответ 1");
        (await Ask()).ShouldBe("ответ 1");
        await app.Unit("Отдел, о котором память не знает");
        (await Ask()).ShouldBe("ответ 1");

        await app.Keep(New(owner.Id));

        (await Ask()).ShouldBe("ответ 2");
    }

    [Fact]
    public async Task After_its_own_save_a_request_sees_what_it_has_saved()
    {
        var owner = await app.Unit();
        var seen = await app.Read(async db =>
        {
            var before = await memory.Of(db, 0, () => Task.FromResult("до"));
            db.Add(New(owner.Id));
            await db.SaveChangesAsync();
            return (before, After: await memory.Of(db, 0, () => Task.FromResult("после")));
        });

        seen.ShouldBe(("до", "после"));
    }

    [Fact]
    public async Task What_a_transaction_saw_is_forgotten_when_it_comes_to_nothing()
    {
        var owner = await app.Unit();
        await app.Read(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(New(owner.Id));
            await db.SaveChangesAsync();
            var inside = await memory.Of(db, 0, () => Task.FromResult("не сбылось"));
            await transaction.RollbackAsync();
            return inside;
        });
        // The next change takes the very number that the lost transaction had.
        await app.Keep(New(owner.Id));

        (await Ask()).ShouldBe("ответ 1");
    }
}

public sealed class StampedMemoryTestsOnSqlite(SqliteApp app) : StampedMemoryTests(app), IClassFixture<SqliteApp>;

public sealed class StampedMemoryTestsOnPostgres(PostgresApp app) : StampedMemoryTests(app), IClassFixture<PostgresApp>;
