// Servers share the cores of the machine: more of them at once are not faster.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
