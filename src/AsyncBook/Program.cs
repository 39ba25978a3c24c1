using AsyncBook.Commands;

return await CommandLine.Create().RunAsync(args);
