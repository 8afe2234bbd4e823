import net from 'node:net'

// Nothing about a person may leave the machine, and a test proves it only if a connection elsewhere cannot succeed.
// The files of one worker share modules: a set-up file runs before each, and the guard is put on once.
const connect = net.Socket.prototype.connect
const loopback = new Set(['localhost', '127.0.0.1', '::1', undefined])

function hostOf(first: unknown): unknown {
  const options = Array.isArray(first) ? first[0] : first
  return typeof options === 'object' && options !== null && 'host' in options ? options.host : undefined
}

if (connect.name !== 'guarded')
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
    const host = typeof args[0] === 'number' && typeof args[1] === 'string' ? args[1] : hostOf(args[0])
    if (host !== undefined && !(typeof host === 'string' && loopback.has(host)))
      throw new Error(`a test tried to reach ${String(host)}: only this machine may be reached`)
    return Reflect.apply(connect, this, args)
  }
