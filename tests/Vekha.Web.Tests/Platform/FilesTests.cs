using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

public abstract class FilesTests(VekhaApp app)
{
    [Fact]
    public async Task The_same_bytes_are_kept_once_and_come_back_whole()
    {
        var bytes = Encoding.UTF8.GetBytes("Справка о конференции " + app.Engine);

        var one = await Kept(bytes, "справка.txt");
        var two = await Kept(bytes, "C:\\Users\\Мария\\справка (копия).txt");

        two.Name.ShouldBe("справка (копия).txt");
        two.Sha256.ShouldBe(one.Sha256);
        Directory.GetFiles(Path.Combine(app.Database.Folder, "files"), one.Sha256, SearchOption.AllDirectories).Length.ShouldBe(1);
        await app.Do(async s =>
        {
            var stored = await s.GetRequiredService<VekhaDb>().Files.SingleAsync(f => f.Id == one.Id);
            using var memory = new MemoryStream();
            await using var stream = s.GetRequiredService<Files>().Open(stored);
            await stream.CopyToAsync(memory);
            memory.ToArray().ShouldBe(bytes);
        });
    }

    [Fact]
    public async Task A_file_without_content_is_refused()
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => Kept([], "пусто.docx"));

        refusal.Text.ShouldBe("Файл не принят. «пусто.docx» пуст. Выберите другой файл.");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_leaves_nothing_behind()
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => app.Do(async s =>
            await s.GetRequiredService<Files>().Keep(new Zeros(Files.Limit + 1), "большой.zip")));

        refusal.Why.ShouldBe("Он больше 25 МБ");
        Directory.GetFiles(Path.Combine(app.Database.Folder, "files"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_photograph_is_kept_without_its_metadata_under_an_honest_name()
    {
        byte[] head = [0xFF, 0xD8], exif = [0xFF, 0xE1, 0, 12, .. "Exif\0\0GPS!"u8], picture = [0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 7, 0xFF, 0xD9];

        var kept = await Kept([.. head, .. exif, .. picture], "../../снимок<1>.png");

        (kept.Name, kept.ContentType, kept.Size).ShouldBe(("снимок1.jpg", "image/jpeg", head.Length + picture.Length));
        await app.Do(async s =>
        {
            var files = s.GetRequiredService<Files>();
            (await File.ReadAllBytesAsync(files.PlaceOf(kept))).ShouldBe([.. head, .. picture]);
            var answer = files.Download(kept);
            answer.FileDownloadName.ShouldBe("снимок1.jpg", "an attachment, whatever it is");
            await answer.FileStream.DisposeAsync();
        });
        Directory.GetFiles(Path.Combine(app.Database.Folder, "files"), "*.part").ShouldBeEmpty();
    }

    private Task<StoredFile> Kept(byte[] bytes, string name) => app.Do(async s =>
    {
        var file = await s.GetRequiredService<Files>().Keep(new MemoryStream(bytes), name);
        await s.GetRequiredService<VekhaDb>().SaveChangesAsync();
        return file;
    });

    private sealed class Zeros(long length) : MemoryStream
    {
        private long left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var taken = (int)Math.Min(buffer.Length, left);
            left -= taken;
            return ValueTask.FromResult(taken);
        }
    }
}

public sealed class FilesOnSqlite(SqliteApp app) : FilesTests(app), IClassFixture<SqliteApp>;

public sealed class FilesOnPostgres(PostgresApp app) : FilesTests(app), IClassFixture<PostgresApp>;
