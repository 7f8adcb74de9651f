using System.IO.Compression;
using Vekha.Web.Platform;

namespace Vekha.Web.Tests.Platform;

public sealed class ChildReaderTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public async Task A_file_is_read_in_a_process_of_its_own()
    {
        var reading = await ChildReader.ReadAsync(Path.Combine(Root, "samples/khimki-portal.txt"), "Химки.txt", TestContext.Current.CancellationToken);
        reading.Problems.ShouldBeEmpty();
        reading.Source!.Blocks.Count.ShouldBeGreaterThan(1);
        reading.Draft.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_bad_file_gives_its_reason()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], TestContext.Current.CancellationToken);
            (await ChildReader.ReadAsync(path, "--full", TestContext.Current.CancellationToken)).Problems.ShouldHaveSingleItem().Text.ShouldStartWith("Это изображение");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_stopped_with_a_message()
    {
        var reading = await ChildReader.ReadAsync(Path.Combine(Root, "samples/khimki-portal.txt"), "план.txt", TestContext.Current.CancellationToken,
            limits: ChildLimits.Usual with { Time = TimeSpan.FromMilliseconds(1) });
        reading.Draft.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Text.ShouldContain("был остановлен");
    }

    [Fact]
    public async Task A_reader_that_dies_of_hunger_leaves_this_process_alive_and_says_why()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
            {
                Add(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"d.xml\"/></Relationships>");
                Add(zip, "d.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"<w:p><w:r><w:t>{i}</w:t></w:r></w:p>")) + "</w:body></w:document>");
            }
            var reading = await ChildReader.ReadAsync(path, "план.docx", TestContext.Current.CancellationToken, limits: ChildLimits.Usual with { HeapBytes = 20 * 1024 * 1024 });
            reading.Source.ShouldBeNull();
            reading.Problems.ShouldHaveSingleItem().Text.ShouldContain("памяти");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Vekha.slnx"))) folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
