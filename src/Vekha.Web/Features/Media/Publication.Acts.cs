using Microsoft.AspNetCore.Mvc;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Media;

public sealed partial class PublicationModel
{
    /// <summary>«Сохранить текст», and in the same press send it on.</summary>
    public async Task<IActionResult> OnPostWrite(int version, string? headline, string? body, bool send)
    {
        if (!await Begin(version) || !MayWrite) return NotFound();
        var (today, now, by) = desk.Act(open);
        var text = Item.Write(headline, body, open.Last, now, by);
        if (text is not null)
        {
            db.Add(text);
            journal.Write($"записана редакция {text.Number}", "publication", Id);
        }
        if (send)
        {
            Item.Submit(text ?? open.Last, open.Plan.Hashtag, today, by);
            journal.Write("текст отправлен на утверждение", "publication", Id);
        }
        return await Done(send ? "Текст отправлен на утверждение." : text is null ? "Текст не изменился." : $"Сохранена редакция {text.Number}.");
    }

    /// <summary>«Собрать черновик» from cards, decisions or the event.</summary>
    public async Task<IActionResult> OnPostDraft(int version, string? source, DateOnly? from, DateOnly? until)
    {
        if (!await Begin(version) || !MayWrite) return NotFound();
        if (Sources.All(s => s.Key != source) || await drafts.Draw(Item, source!, from ?? Period.From, until ?? Period.Until, open.Plan.Hashtag) is not { } draft) return NotFound();
        var (_, now, by) = desk.Act(open);
        if (Item.Write(draft.Headline, draft.Body, open.Last, now, by) is { } text)
        {
            db.Add(text);
            journal.Write($"черновик собран, редакция {text.Number}", "publication", Id, Sources.First(s => s.Key == source).Name);
        }
        return await Done(draft.Silent.Count == 0 ? "Черновик собран: прочтите и поправьте его." : $"Черновик собран. Без сведений за период: {string.Join(", ", draft.Silent)}.");
    }

    public async Task<IActionResult> OnPostApprove(int version)
    {
        if (!await Begin(version) || !MayEdit) return NotFound();
        var (today, _, by) = desk.Act(open);
        Item.Approve(open.Last!, today, by);
        journal.Write($"редакция {open.Last!.Number} утверждена", "publication", Id);
        return await Done("Текст утверждён: можно публиковать.");
    }

    public async Task<IActionResult> OnPostReturn(int version, string? why)
    {
        if (!await Begin(version) || !MayEdit) return NotFound();
        var (today, _, by) = desk.Act(open);
        Item.Return(why, today, by);
        journal.Write("текст возвращён", "publication", Id, why);
        return await Done("Текст возвращён с замечанием.");
    }

    /// <summary>«Вышла».</summary>
    public async Task<IActionResult> OnPostOut(int version, DateOnly? on, string? link, string? issue, long? reach, bool byOthers, bool despite, List<IFormFile> proof)
    {
        if (!await Begin(version) || !MayWrite) return NotFound();
        await desk.ComeOut(open, new(on, link, issue, reach) { ByOthers = byOthers }, proof, despite);
        return await Done("Выход записан: публикация вошла в счёт.");
    }

    public async Task<IActionResult> OnPostCorrect(int version, DateOnly? on, string? link, string? issue, long? reach, string? why, List<IFormFile> proof)
    {
        if (!await Begin(version) || !MayWrite) return NotFound();
        await desk.Correct(open, new(on, link, issue, reach), proof, why);
        return await Done("Исправлено. Прежнее осталось в журнале.");
    }

    /// <summary>«Проверено человеком» or «удалено хостингом»: Vekha calls no host, a person looks.</summary>
    public async Task<IActionResult> OnPostLook(int version, bool isThere)
    {
        if (!await Begin(version) || !MayWrite) return NotFound();
        var (today, _, by) = desk.Act(open);
        if (isThere) Item.SeenBy(by, today);
        else Item.FoundGone(by, today);
        journal.Write(isThere ? "ссылка проверена человеком" : "ссылка не открывается: удалено хостингом", "publication", Id, Item.Link);
        return await Done(isThere ? "Записано: ссылка открывается." : "Записано: публикация удалена хостингом. Найдите копию и исправьте ссылку.");
    }

    public async Task<IActionResult> OnPostDrop(int version, string? why)
    {
        if (!await Begin(version) || !MayEdit) return NotFound();
        await desk.Drop(open, why);
        return await Done("Публикация снята. Её причина в журнале.");
    }

    private async Task<bool> Begin(int version)
    {
        if (!await Load()) return false;
        db.Expect(Item, version);
        return true;
    }

    private async Task<IActionResult> Done(string words)
    {
        await db.SaveChangesAsync();
        say.Done(words);
        return Redirect($"/desk/media/publication/{Id}");
    }
}
