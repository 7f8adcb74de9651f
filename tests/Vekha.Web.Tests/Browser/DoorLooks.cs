using Vekha.Web.Features.Accounts;

namespace Vekha.Web.Tests.Browser;

/// <summary>The pages before and around sign-in, as a browser shows them.</summary>
public sealed class DoorLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Sign_in_and_own_page_look_right_on_both_widths()
    {
        await using var window = await chromium.Open(app);
        await window.Go("/sign-in");
        await window.Look("sign-in");
        await window.SignIn("zotova", "не тот пароль");
        await window.Look("sign-in-refused");
        await window.SignIn("zotova", ExamplePeople.Password);
        await window.Go("/desk/me");
        await window.Look("me");
        (await window.Text()).ShouldContain("Зотова Мария Андреевна");
    }

    [Fact]
    public async Task People_and_organisations_look_right_on_both_widths()
    {
        await using var window = await chromium.Open(app);
        await window.SignIn("admin", ExamplePeople.Password);
        await window.Go("/desk/accounts/people");
        await window.Look("people");
        await window.Click("Громова Нина Львовна");
        await window.Press("Новая ссылка для пароля");
        await window.Look("person");
        await window.Go("/desk/accounts/people/edit");
        await window.Press("Сохранить");
        await window.Look("person-wrong");
        await window.Go("/desk/accounts/organisations");
        await window.Look("organisations");
        await window.Go("/desk/nowhere");
        await window.Look("not-found");
    }
}
