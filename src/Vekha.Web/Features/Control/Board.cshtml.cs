using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Documents.Writing;
using Vekha.Web.Features.Shared;

namespace Vekha.Web.Features.Control;

/// <summary>«Контроль» of one programme: who is late with what.</summary>
public sealed class BoardModel(Boards boards) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "executor")]
    public string? Executor { get; set; }

    [BindProperty(SupportsGet = true, Name = "stage")]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "cell")]
    public string? Cell { get; set; }

    [BindProperty(SupportsGet = true, Name = "territory")]
    public string? Territory { get; set; }

    [BindProperty(SupportsGet = true, Name = "measure")]
    public string? Measure { get; set; }

    [BindProperty(SupportsGet = true, Name = "parts")]
    public bool Parts { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTagHelper.Word)]
    public int Number { get; set; } = 1;

    public Board Board { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid programmeId) => await Load(programmeId) ? Page() : NotFound();

    public async Task<IActionResult> OnGetWord(Guid programmeId) =>
        await Load(programmeId) ? Give(WordPaper.Write, WordPaper.ContentType, "docx") : NotFound();

    public async Task<IActionResult> OnGetExcel(Guid programmeId) =>
        await Load(programmeId) ? Give(ExcelPaper.Write, ExcelPaper.ContentType, "xlsx") : NotFound();

    private async Task<bool> Load(Guid programmeId)
    {
        if (await boards.Load(programmeId, new(Plan, State, Executor, Stage, Due, Cell, Number, Parts) { Territory = Territory, Measure = Measure }) is not { } board) return false;
        Board = board;
        return true;
    }

    private FileContentResult Give(Action<Paper, Stream> write, string type, string ending)
    {
        using var file = new MemoryStream();
        write(BoardPaper.Of(Board), file);
        return File(file.ToArray(), type, $"Справка о ходе исполнения на {Vekha.Wording.Ru.Digits(Board.Day)}.{ending}");
    }
}
