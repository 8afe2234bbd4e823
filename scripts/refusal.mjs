/** A failure with one sentence for the person at the keyboard: what is wrong and what to do. No stack is shown. */
export class Refusal extends Error {}

/**
 * Turns the faults a machine can have into a sentence; everything else stays a defect with its stack.
 * @param {unknown} error
 * @returns {string}
 */
export function toSentence(error) {
  if (error instanceof Refusal) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const place = 'path' in error ? String(error.path) : 'the folder of Accompany'
  // Node reports a folder it cannot make on a read-only disk as a missing one.
  const noFolder = code === 'ENOENT' && 'syscall' in error && error.syscall === 'mkdir'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || noFolder)
    return `Accompany cannot write to ${place}: the disk is read-only or belongs to another user. Make it writable, or set DATA_DIR to a folder that is.`
  if (code === 'ENOSPC') return `The disk is full (${place}): free some space and start again.`
  return error.stack ?? error.message
}

/**
 * Runs a command line program: a refusal ends it with its sentence and exit code 1.
 * @param {() => Promise<number | void>} main answers the exit code
 */
export async function runProgram(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(`\n${toSentence(error)}`)
    process.exitCode = 1
  }
  // Prisma's schema engine leaves a ten-second timer behind; waiting for it would look like a hang.
  process.exit()
}
