import { asked } from './asked'

// Stands in for next/headers, which exists only inside a running server.

export const cookies = async () => {
  const { cookies: jar } = asked()
  return {
    get: (name: string) => {
      const value = jar.get(name)
      return value === undefined ? undefined : { name, value }
    },
    has: (name: string) => jar.has(name),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  }
}

export const headers = async () => asked().headers
