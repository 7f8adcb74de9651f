using Microsoft.AspNetCore.Mvc;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

public sealed partial class CardModel
{
    /// <summary>«Опубликовать» and «Снять с портала».</summary>
    public Task<IActionResult> OnPostPublish(bool on, int version) => Change(version, by =>
    {
        if (!Desk.Keeps) throw new Refusal("Портал не изменён", "Публикует тот, кто ведёт программу");
        if (on) Card.Publish(by.On, by.Name);
        else Card.Unpublish();
        journal.Write(on ? "карточка опубликована" : "карточка снята с портала", "registry-object", Id);
        say.Done(on ? "Карточка на портале: гости видят поля, отмеченные «на портале»." : "Карточка снята с портала.");
        return Task.CompletedTask;
    });
}
