// The solver in a thread of its own: a hard linear program may take seconds, and meanwhile the application answers.
// One model at a time; messages are answered in the order in which they come.
import { parentPort } from 'node:worker_threads'
import load from 'highs'

const highs = await load({ print: () => undefined, printErr: () => undefined })
const { optimal, infeasible } = highs.constants.modelStatus
const continuous = highs.constants.variableType.continuous
const integer = highs.constants.variableType.integer

/** @type {import('highs').SymbolDisposable<import('highs').Model> | null} */
let model = null
/** @type {{ columns: number, all: Int32Array, upper: Float64Array } | null} */
let shape = null
let isIntegral = false

/** @param {import('./solver').Problem} problem */
function open(problem) {
  model?.dispose()
  const { columns, starts, indices, values, lower, upper, columnUpper } = problem
  const most = columnUpper.map((one) => (Number.isFinite(one) ? one : highs.infinity))
  model = highs.createModel({
    numCols: columns,
    numRows: lower.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: most,
    rowLower: lower.map((one) => (Number.isFinite(one) ? one : -highs.infinity)),
    rowUpper: upper.map((one) => (Number.isFinite(one) ? one : highs.infinity)),
    matrix: { format: 'csr', numRows: lower.length, numCols: columns, starts, indices, values },
  })
  model.options.set('output_flag', false)
  shape = { columns, all: Int32Array.from({ length: columns }, (_, i) => i), upper: most }
  isIntegral = false
}

/**
 * most: steps of the simplex, over all nodes of an integer program; never a time.
 * @param {{ cost: Float64Array, integral: boolean, pins: readonly import('./solver').Pin[], most: number }} asked
 */
function minimise({ cost, integral, pins, most }) {
  if (!model || !shape) throw new Error('no model is open')
  if (integral !== isIntegral) {
    const type = integral ? integer : continuous
    model.changeColsIntegrality({ kind: 'set', indices: shape.all }, new Int32Array(shape.columns).fill(type))
    isIntegral = integral
  }
  model.changeColsCost({ kind: 'set', indices: shape.all }, cost)
  model.options.set('simplex_iteration_limit', most)
  for (const { column, lower, upper } of pins) model.changeColBounds(column, lower, upper)
  const { modelStatus } = model.run({
    [highs.constants.callbackType.mipInterrupt]: (event) => {
      if (Number(event.data.mip_total_lp_iterations ?? 0) >= most) event.interrupt()
      return undefined
    },
  })
  const steps = Number(model.info.get('simplex_iteration_count'))
  const values = modelStatus === optimal ? model.getSolution().colValue : null
  for (const { column } of pins) model.changeColBounds(column, 0, shape.upper[column] ?? 0)
  return { values, steps, isImpossible: modelStatus === infeasible }
}

parentPort?.on('message', (message) => {
  try {
    if ('problem' in message) open(message.problem)
    parentPort?.postMessage(
      'cost' in message ? minimise(message) : { values: null, steps: 0, isImpossible: false },
    )
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : 'the solver failed' })
  }
})
