using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vekha.Campaigns;
using Vekha.Documents.Writing;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>«Заполнить форму»: in the browser or by the Excel file that the page gives and takes back. Nothing typed is lost.</summary>
public sealed class FillModel(VekhaDb db, FormDesk desk, Journal journal, Saying say, Actor actor, PageDay day, TimeProvider time) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person has tried to send: what is missing is said too.</summary>
    [BindProperty(SupportsGet = true, Name = "check")]
    public bool IsChecked { get; set; }

    public FormOnDesk Form { get; private set; } = null!;
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, Prefilled> Known { get; private set; } = new Dictionary<string, Prefilled>();
    public IReadOnlyCollection<FormConfirmation> Confirmed { get; private set; } = [];
    public FormCheck Check { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public FormAct? SentBack => Form.Report.Phase == FormPhase.Returned ? Form.Report.Acts.LastOrDefault(a => a.Kind == Vekha.Control.FormEventKind.Returned) : null;

    /// <summary>What is wrong with a cell and should be said now.</summary>
    public FormRemark? RemarkOf(FormCell cell) => Check.Remarks.FirstOrDefault(r => r.Cell.Key == cell.Key && (IsChecked || r.Kind != FormRemarkKind.Missing));

    public string? TypedIn(FormCell cell) => Typed.GetValueOrDefault(cell.Key) is { } typed ? cell.Read(typed) is { Value: { } value } ? cell.Show(value) : typed : null;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotFound();
        if (!Form.Report.TakesAnswers) return Redirect($"/desk/campaigns/form/{Id}");
        Look();
        return Page();
    }

    public async Task<IActionResult> OnGetSheet()
    {
        if (!await Load()) return NotFound();
        Look();
        var file = new MemoryStream();
        ExcelPaper.Write(FormSheet.Of(Form, Check.Values), file);
        return File(file.ToArray(), ExcelPaper.ContentType, $"Форма к {Ru.Digits(Form.Report.Due)}, {Form.Unit.Name}.xlsx");
    }

    public async Task<IActionResult> OnPostSave(int version)
    {
        if (!await Load(tracked: true)) return NotFound();
        Form.Campaign.MustGoOn("Форма не записана");
        Write(version);
        await db.SaveChangesAsync();
        say.Done("Черновик сохранён. Проверяющий его не видит, пока вы не сдадите форму.");
        return Redirect($"/desk/campaigns/fill/{Id}");
    }

    public async Task<IActionResult> OnPostSend(int version)
    {
        if (!await Load(tracked: true)) return NotFound();
        Form.Campaign.MustGoOn("Форма не записана");
        Write(version);
        if (!Check.IsComplete)
        {
            await db.SaveChangesAsync();
            return Redirect($"/desk/campaigns/fill/{Id}?check=true#remarks");
        }
        var act = Form.Report.Send(Check, Today, time.GetUtcNow(), FormAuthor.Of(actor));
        db.Add(act);
        var isLate = Form.Report.StatusOn(Today).IsLate;
        journal.Write(isLate ? "форма сдана с опозданием" : "форма сдана", "form", Id, after: new { Form.Unit.Name, К = Form.Report.Due, Подтверждено = act.Confirmed.Count });
        await db.SaveChangesAsync();
        say.Done("Форма сдана. Решение проверяющего появится здесь.");
        return Redirect($"/desk/campaigns/form/{Id}");
    }

    /// <summary>Takes the file into the draft: all of it or nothing.</summary>
    public async Task<IActionResult> OnPostSheet(IFormFile? sheet, int version, CancellationToken cancel)
    {
        if (!await Load(tracked: true)) return NotFound();
        Form.Campaign.MustGoOn("Форма не записана");
        var values = FormSheet.Read(await FormFile.Read(sheet, cancel), Form);
        db.Expect(Form.Report, version);
        Form.Report.Write(values, Form.Report.Confirmed, time.GetUtcNow());
        journal.Write("форма заполнена из файла", "form", Id, after: new { Файл = sheet!.FileName, Значений = values.Count });
        await db.SaveChangesAsync();
        say.Done($"Из файла взято {Ru.Count(values.Count, "значение", "значения", "значений")}. Проверьте и сдайте форму.");
        return Redirect($"/desk/campaigns/fill/{Id}?check=true");
    }

    public async Task ShowAgain()
    {
        if (Form is null && !await Load()) return;
        Look();
        if (Request.Form.Keys.Any(k => k.StartsWith("v.", StringComparison.Ordinal))) TakeFromForm();
    }

    private async Task<bool> Load(bool tracked = false)
    {
        if (await desk.Find(Id, mineOnly: true, tracked) is not { } form) return false;
        Form = form;
        Today = form.Programme.Today(time.GetUtcNow(), day.ReadersZone);
        day.Of(form.Programme.ShownOn, form.Programme.Policy.TimeZoneId);
        if (form.Report.DraftAt is null) Known = await desk.Prefill(form, Today);
        return true;
    }

    // What was sent and came back is where the unit goes on from.
    private void Look()
    {
        Typed = Form.Report.DraftAt is null ? Known.ToDictionary(k => k.Key, k => k.Value.Value) : Form.Report.Draft;
        Confirmed = Form.Report.Confirmed;
        Check = Form.Check(Typed, Confirmed);
    }

    private void TakeFromForm()
    {
        Typed = Form.Cells.Select(c => (c.Key, Value: Request.Form["v." + c.Key].ToString())).Where(v => !string.IsNullOrWhiteSpace(v.Value)).ToDictionary(v => v.Key, v => v.Value.Trim());
        Confirmed = [.. Form.Cells.Where(c => Request.Form.ContainsKey("ok." + c.Key) && !string.IsNullOrWhiteSpace(Request.Form["why." + c.Key]))
            .Select(c => new FormConfirmation(c.Key, c.Read(Typed.GetValueOrDefault(c.Key)).Value ?? "", Request.Form["why." + c.Key].ToString().Trim()))];
        Check = Form.Check(Typed, Confirmed);
    }

    private void Write(int version)
    {
        TakeFromForm();
        db.Expect(Form.Report, version);
        Form.Report.Write(new(Typed), Confirmed, time.GetUtcNow());
    }
}
