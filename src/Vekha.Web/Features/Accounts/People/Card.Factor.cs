using Microsoft.AspNetCore.Mvc;

namespace Vekha.Web.Features.Accounts.People;

public sealed partial class CardModel
{
    /// <summary>«Сбросить второй фактор»: the telephone is lost; the person comes in by the password and sets up a new one.</summary>
    public async Task<IActionResult> OnPostFactor()
    {
        if (!await Load() || Account is not { HasFactor: true }) return NotFound();
        await accounts.SetTwoFactorEnabledAsync(Account, false);
        journal.Write("второй фактор сброшен администратором", "person", Id);
        await db.SaveChangesAsync();
        say.Done("Второй фактор сброшен: войти можно по паролю. Сотрудник настроит новый на своей странице.");
        return Redirect($"/desk/accounts/people/card/{Id}");
    }
}
