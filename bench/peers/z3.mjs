/** z3-solver behind the interface of `bench/engine/solvers.ts`: one context, one solver, push and pop for each question. */
import { init, killThreads } from 'z3-solver'

export async function start() {
  const before = performance.now()
  const { Z3, em } = await init()
  const config = Z3.mk_config()
  const context = Z3.mk_context_rc(config)
  const bool = Z3.mk_bool_sort(context)
  const keep = (ast) => {
    Z3.inc_ref(context, ast)
    return ast
  }
  const solver = Z3.mk_simple_solver(context)
  Z3.solver_inc_ref(context, solver)
  const startMs = performance.now() - before
  const built = []
  const build = (nodes) => {
    for (let index = built.length; index < nodes.length; index++) {
      const node = nodes[index]
      const of = node.kind === 'variable' ? [] : [node.of].flat().map((part) => built[part])
      if (node.kind === 'variable')
        built.push(keep(Z3.mk_const(context, Z3.mk_string_symbol(context, node.name), bool)))
      else if (node.kind === 'not') built.push(keep(Z3.mk_not(context, of[0])))
      else built.push(keep(node.kind === 'and' ? Z3.mk_and(context, of) : Z3.mk_or(context, of)))
    }
  }
  return {
    name: 'z3-solver 5.2.0',
    startMs,
    load(nodes, possible) {
      build(nodes)
      Z3.solver_assert(context, solver, built[possible])
    },
    async canBe(formula) {
      Z3.solver_push(context, solver)
      Z3.solver_assert(context, solver, built[formula])
      const result = await Z3.solver_check(context, solver)
      Z3.solver_pop(context, solver, 1)
      return result === 1
    },
    stop: () => killThreads(em),
  }
}
