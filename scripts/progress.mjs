const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Shows a step while it runs and how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(label, run) {
  const since = Date.now()
  const live = process.stdout.isTTY
  const show = () => process.stdout.write(`\r  … ${label} ${seconds(since)}`)
  const timer = live ? setInterval(show, 200) : undefined
  if (!live) console.log(`  … ${label}`)
  try {
    const value = await run()
    clearInterval(timer)
    console.log(`${live ? '\r' : ''}  ✓ ${label} (${seconds(since)})${live ? '   ' : ''}`)
    return value
  } catch (error) {
    clearInterval(timer)
    console.log(`${live ? '\r' : ''}  ✗ ${label} (${seconds(since)})`)
    throw error
  }
}
