import tls from 'node:tls'

/** @param {string} host @param {number} port @returns {Promise<{ until: Date | null, because: string }>} */
export const readCertificate = (host, port = 443) =>
  new Promise((resolve) => {
    // Only its last day is read, so no one has to have signed it.
    const socket = tls.connect(
      { host, port, servername: host, rejectUnauthorized: false, timeout: 5000 },
      () => {
        resolve({ until: new Date(socket.getPeerCertificate().valid_to), because: '' })
        socket.end()
      },
    )
    socket.once('timeout', () => socket.destroy(new Error('no answer within 5 s')))
    socket.once('error', (error) => resolve({ until: null, because: error.message }))
  })
