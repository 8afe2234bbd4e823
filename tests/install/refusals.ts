// Asks a page all the time, as someone would who presses again, and counts the longest time without an answer.
import https from 'node:https'

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    // The proxy signs its own certificate on this machine.
    const request = https.get(url, { rejectUnauthorized: false, timeout: 15_000 }, (response) => {
      response.resume()
      response.once('end', () => resolve((response.statusCode ?? 500) < 400))
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })

export const refusals = (url: string) => {
  let isOver = false
  let longest = 0
  let last = Date.now()
  let asked = 0
  const asking = (async () => {
    while (!isOver) {
      const isAnswered = await answers(url)
      asked += 1
      longest = Math.max(longest, Date.now() - last)
      if (isAnswered) last = Date.now()
    }
  })()
  return {
    /** @returns seconds between two answers, at most */
    longest: async (): Promise<number> => {
      isOver = true
      await asking
      if (asked < 5) throw new Error('too few questions to say anything')
      return longest / 1000
    },
  }
}
