/** logic-solver (MiniSat) behind the interface of `bench/engine/solvers.ts`: one solver, each question as an assumption. */

export async function start() {
  const before = performance.now()
  const { default: Logic } = await import('logic-solver')
  const solver = new Logic.Solver()
  const startMs = performance.now() - before
  const built = []
  return {
    name: 'logic-solver 2.0.1',
    startMs,
    load(nodes, possible) {
      for (const node of nodes) {
        if (node.kind === 'variable') built.push(node.name.replaceAll(/[^a-z0-9>=. ]/g, '_'))
        else if (node.kind === 'not') built.push(Logic.not(built[node.of]))
        else if (node.of.length === 0) built.push(node.kind === 'and' ? Logic.TRUE : Logic.FALSE)
        else built.push((node.kind === 'and' ? Logic.and : Logic.or)(node.of.map((part) => built[part])))
      }
      solver.require(built[possible])
    },
    async canBe(formula) {
      return solver.solveAssuming(built[formula]) !== null
    },
    stop() {},
  }
}
