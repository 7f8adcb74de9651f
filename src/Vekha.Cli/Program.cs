using Vekha.Cli;

Console.OutputEncoding = CommandLine.Utf8;
return args switch
{
    ["deadlines", .. var rest] => DeadlinesCommand.Run(rest),
    ["read", .. var rest] => ReadCommand.Run(rest),
    ["--help" or "-h" or "help"] => CommandLine.Help(),
    _ => CommandLine.Misused(),
};
