using Vekha.Benchmarks;

// ./run bench — our figures on this machine. Compare ratios within one run: shared machines are noisy.
const string Usage = """
    ./run bench [reading]        deadline cells a second, the sample documents warm and as a process, a plan of 1,500 rows. About two minutes.
    ./run bench board [options]  the web application on a large region: processor time a request, how it grows, a cascade to 1,000 units. About ten minutes.
        --assignments N[,N]      how many assignments, 10000,1000000: several sizes show how a page grows
        --postgres ADDRESS       on that server too (VEKHA_TEST_POSTGRES is taken by itself); a database is made there and dropped
        --only sqlite|postgres   on one of them
        --requests N             measured requests a page, 200
        --warm N                 requests of each page before it is measured, 1000
        --page WORDS             only pages whose name holds these words
        --cascade no             without the cascade
        --keep DIR               leaves the embedded database there and measures it again the next time
    ./run bench facts [options]  recording a fact, moving waiting assignments, the page of a norm; the same options, --facts 10000,1000000
    ./run bench events           10,000 registrations for 30 places from 100 connections, on SQLite and, where VEKHA_TEST_POSTGRES says one, PostgreSQL. Two minutes.
    """;

switch (args)
{
    case ["--help" or "-h", ..]:
        Console.WriteLine(Usage);
        return 0;
    case [] or ["reading"]:
        ReadingBench.Run(Directory.GetCurrentDirectory());
        return 0;
    case ["board", .. var options] when BoardOptions.Parse(options) is { } parsed:
        await new BoardBench(Directory.GetCurrentDirectory(), parsed).Run();
        return 0;
    case ["events"]:
        await new EventsBench(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable("VEKHA_TEST_POSTGRES")).Run();
        return 0;
    case ["facts", .. var options] when BoardOptions.Parse(["--facts", "10000,1000000", .. options]) is { } parsed:
        await new FactsBench(Directory.GetCurrentDirectory(), parsed).Run();
        return 0;
    case ["bare", var engine, var connection, var port]:
        await BareEndpoint.Serve(engine, connection, port);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
