using BenchmarkDotNet.Running;
using RoomMonitor.Bench.Core;
using RoomMonitor.Bench.Micro;

// The command micro: BenchmarkDotNet within this process, and one JSON line of what it found.
var options = new BenchOptions(args[1..]);
var job = options.Text("job", "short");
var filter = options.Text("filter", "");
var summaries = BenchmarkSwitcher.FromAssembly(typeof(MicroConfig).Assembly).RunAllJoined(MicroConfig.Of(job, filter));
var results = MicroResults.Of(summaries);
ResultLine.Write(options, "micro", new { job, filter }, new { results.Cases, results.Ratios });
return summaries.HasCriticalValidationErrors || results.Failed > 0 ? 1 : 0;
