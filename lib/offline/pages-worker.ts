/** Waits until the installation of a worker has ended. @returns whether all of its files are there */
const installed = (worker: ServiceWorker): Promise<boolean> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve(true)
      if (worker.state === 'redundant') resolve(false)
    }
    worker.addEventListener('statechange', look)
    look()
  })

/**
 * Installs the worker of the pages that open without a network. One file lost on the way and the browser gives the whole installation up,
 * in silence, until it is asked again.
 * @returns whether the pages open without a network from now on: by this worker, or by the one before it
 */
export const installPages = async (): Promise<boolean> => {
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register('/worker.js', {
      scope: '/',
    })
    if (active !== null) return true
    const worker = installing ?? waiting
    return worker !== null && (await installed(worker))
  } catch {
    // Its own script did not come, or the browser keeps none.
    return false
  }
}
