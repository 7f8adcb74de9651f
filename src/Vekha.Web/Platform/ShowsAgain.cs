namespace Vekha.Web.Platform;

/// <summary>
/// A page that can be drawn once more after its form was refused: it loads what the form needs around the words the
/// person typed. A page without it is opened anew by a redirect with the message on top.
/// </summary>
public interface IShowsAgain
{
    Task ShowAgain();
}
