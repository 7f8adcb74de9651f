using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Vekha.Tests.Plans;

namespace Vekha.Tests.Cli;

/// <summary>The two commands as another program meets them: input, output, exit codes.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Deadlines_come_from_the_standard_input_line_by_line()
    {
        var (code, said, _) = Run(["deadlines", "-"], """{"text": "до 1 октября", "context_year": 2020}""" + "\n\n" + """{"text": "постоянно"}""");
        code.ShouldBe(0);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        JsonNode.Parse(lines[0])!["deadlines"]!.ToJsonString().ShouldBe("""[{"kind":"by","date":"2020-10-01"}]""");
        JsonNode.Parse(lines[0])!.AsObject().ContainsKey("resolved").ShouldBeFalse();
    }

    [Fact]
    public void A_policy_adds_control_days_with_their_reason()
    {
        var (code, said, _) = Run(["deadlines", "--year", "2020", "--policy", "Общие правила муниципалитета"], """{"text": "октябрь"}""");
        code.ShouldBe(0);
        var day = JsonNode.Parse(said)!["resolved"]![0]!["days"]![0]!;
        ((string?)day["nominal"], (string?)day["control"]).ShouldBe(("2020-10-31", "2020-10-30"));
        ((string?)day["explanation"]).ShouldNotBeNull().ShouldContain("выходной, назад");
    }

    [Fact]
    public void A_town_brings_rules_and_a_calendar_of_its_own()
    {
        using var folder = new TempFolder();
        var policy = folder.Write("rules.json", """{"name": "Наш округ", "shifts": {"plan": "Forward"}}""");
        var calendar = folder.Write("town.json", """{"name": "Наш город", "days": [{"day": "2020-11-02", "kind": "Regional", "note": "День города"}]}""");
        var (code, said, _) = Run(["deadlines", "--policy", policy, "--calendar", calendar], """{"text": "до 31.10.2020"}""");
        code.ShouldBe(0);
        // Saturday 31.10 goes forward over Sunday and the town's own Monday off.
        ((string?)JsonNode.Parse(said)!["resolved"]![0]!["days"]![0]!["control"]).ShouldBe("2020-11-03");
    }

    [Fact]
    public void A_plan_is_read_with_its_days()
    {
        var (code, said, _) = Run(["read", PlanFiles.Document("khimki-portal.docx"), "--policy", "Федеральные правила"], "");
        code.ShouldBe(0);
        var measures = JsonNode.Parse(said)!["measures"]!.AsArray();
        measures.Count.ShouldBe(16);
        ((string?)measures[2]!["resolved"]![0]!["days"]![0]!["control"]).ShouldBe("2020-10-30");
    }

    [Fact]
    public void A_document_may_come_from_the_standard_input()
    {
        var (code, said, _) = Run(["read", "-", "--name", "план.csv", "--year", "2024"], "№;Мероприятие;Срок;Исполнитель\n1;Провести субботник;апрель;Отдел ЖКХ\n2;Покрасить ограду;май;Отдел ЖКХ\n");
        code.ShouldBe(0, said);
        JsonNode.Parse(said)!["measures"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Неизвестный параметр --yaer", "deadlines", "--yaer", "2020")]
    [InlineData("После --year нужен год", "deadlines", "--year", "20")]
    [InlineData("Правил «Наши» нет", "read", "план.docx", "--policy", "Наши")]
    [InlineData("Слоя календаря «Марс» нет", "deadlines", "--calendar", "Марс")]
    [InlineData("Файла нет: нет.docx", "read", "нет.docx")]
    [InlineData("Назовите файл", "read")]
    [InlineData("После --policy нужно значение", "deadlines", "--policy")]
    public void A_wrong_call_says_what_is_wrong_and_exits_with_2(string expected, params string[] args)
    {
        using var folder = new TempFolder();
        folder.Write("план.docx", "");
        var (code, said, complained) = Run(args, "", folder.Path);
        code.ShouldBe(2);
        said.ShouldBe("");
        complained.ShouldContain(expected);
    }

    [Theory, InlineData("read"), InlineData("deadlines")]
    public void Help_names_every_option(string command)
    {
        var (code, said, _) = Run([command, "--help"], "");
        code.ShouldBe(0);
        foreach (var option in (string[])["--year", "--policy", "--calendar", "Код завершения", "Ставропольский край"]) said.ShouldContain(option);
    }

    [Fact]
    public void A_file_without_a_plan_exits_with_1_and_says_why()
    {
        using var folder = new TempFolder();
        var (code, said, complained) = Run(["read", folder.Write("письмо.txt", "Добрый день! Сегодня хорошая погода.")], "");
        code.ShouldBe(1);
        complained.ShouldContain("не найден план");
        JsonNode.Parse(said)!["problems"]!.AsArray().Count.ShouldBe(1);
    }

    private static (int Code, string Said, string Complained) Run(string[] args, string input, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vekha.Cli.dll"), .. args])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var complained = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit(60_000).ShouldBeTrue();
        return (process.ExitCode, said, complained.Result);
    }

    private sealed class TempFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vekha-cli-");
        public string Path => folder.FullName;

        public string Write(string name, string text)
        {
            var path = System.IO.Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
