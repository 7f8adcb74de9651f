using Vekha.Documents.Reading.Plans;

namespace Vekha.Tests.Documents;

public sealed class ExecutorWordsTests
{
    [Theory]
    [InlineData("Комитету общего и профессионального образования", "Комитет общего и профессионального образования")]
    [InlineData("Финансовому управлению администрации района", "Финансовое управление администрации района")]
    [InlineData("отделу культуры", "отдел культуры")]
    [InlineData("Главному управлению по делам молодёжи", "Главное управление по делам молодёжи")]
    [InlineData("МКУ «Отделу обещано»", "МКУ «Отделу обещано»")]
    // Already in the nominative, or it may be: nothing is guessed.
    [InlineData("Комитет общего образования", "Комитет общего образования")]
    [InlineData("Администрации районов", "Администрации районов")]
    [InlineData("Руководители МОУО в 15 районах", "Руководители МОУО в 15 районах")]
    [InlineData("А.Н. Камбалин", "А.Н. Камбалин")]
    [InlineData("", "")]
    public void An_executor_of_the_column_who_is_called_by_the_nominative(string printed, string called) => ExecutorWords.InNominative(printed).ShouldBe(called);
}
