// The solver in a thread of its own: a hard linear program may take seconds, and meanwhile the house answers.
// One model at a time; messages are answered in the order in which they come.
import { parentPort } from 'node:worker_threads'
import load from 'highs'

const highs = await load({ print: () => undefined, printErr: () => undefined })
const optimal = highs.constants.modelStatus.optimal
const continuous = highs.constants.variableType.continuous
const integer = highs.constants.variableType.integer

/** @type {import('highs').SymbolDisposable<import('highs').Model> | null} */
let model = null
/** @type {{ columns: number, all: Int32Array } | null} */
let shape = null
let isIntegral = false

/** @param {import('./solver').Problem} problem */
function open(problem) {
  model?.dispose()
  const { columns, starts, indices, values, lower, upper, columnUpper } = problem
  model = highs.createModel({
    numCols: columns,
    numRows: lower.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: columnUpper.map((one) => (Number.isFinite(one) ? one : highs.infinity)),
    rowLower: lower.map((one) => (Number.isFinite(one) ? one : -highs.infinity)),
    rowUpper: upper.map((one) => (Number.isFinite(one) ? one : highs.infinity)),
    matrix: { format: 'csr', numRows: lower.length, numCols: columns, starts, indices, values },
  })
  model.options.set('output_flag', false)
  shape = { columns, all: Int32Array.from({ length: columns }, (_, i) => i) }
  isIntegral = false
}

/** @param {{ cost: Float64Array, integral: boolean, seconds: number }} asked */
function minimise({ cost, integral, seconds }) {
  if (!model || !shape) throw new Error('no model is open')
  if (integral !== isIntegral) {
    const type = integral ? integer : continuous
    model.changeColsIntegrality({ kind: 'set', indices: shape.all }, new Int32Array(shape.columns).fill(type))
    isIntegral = integral
  }
  model.changeColsCost({ kind: 'set', indices: shape.all }, cost)
  model.options.set('time_limit', model.getRunTime() + seconds)
  const { modelStatus } = model.run()
  return modelStatus === optimal ? model.getSolution().colValue : null
}

parentPort?.on('message', (message) => {
  try {
    if ('problem' in message) open(message.problem)
    parentPort?.postMessage({ values: 'cost' in message ? minimise(message) : null })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : 'the solver failed' })
  }
})
