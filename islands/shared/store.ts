// Where do events wait? In IndexedDB: written to the disk before anyone is told that they are kept.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { newId, type Kept, type NewEvent, type Stage } from './events.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DAY = 24 * 60 * 60 * 1000
/** Sent events stay this long: the session player reads a session from them after a reload. */
const STAYS = 2 * DAY

/** Another tab has added an event after the same one: read the session anew, then go on. */
export class Behind extends Error {
  override readonly name = 'Behind'
}

/** The browser gives no place to keep anything: private mode, or a full disk. */
export class NoStore extends Error {
  override readonly name = 'NoStore'
}

type Row = Omit<Kept, 'order'> & { order?: number; keptAt: number }

interface Tables extends DBSchema {
  events: {
    key: number
    value: Row
    indexes: { uuid: string; session: string; after: string; stage: string }
  }
  places: { key: string; value: unknown }
}

/** A session goes by its own id; a form by the id it carries, so that sent twice it is one. */
function idOf(event: NewEvent): string {
  if (event.what === 'session.start') return event.session
  const carried = event.what === 'form' ? event.fields['client_id']?.[0] : undefined
  return carried && UUID.test(carried) ? carried : newId()
}

export class Store {
  #database: IDBPDatabase<Tables>

  private constructor(database: IDBPDatabase<Tables>) {
    this.#database = database
  }

  /** `lost` is called when the browser closes the database under us; it has to be opened again. */
  static async open(lost: () => void): Promise<Store> {
    try {
      const database = await openDB<Tables>('spineward', 1, {
        upgrade(fresh) {
          const events = fresh.createObjectStore('events', {
            keyPath: 'order',
            autoIncrement: true,
          })
          events.createIndex('uuid', 'uuid', { unique: true })
          events.createIndex('session', 'event.session')
          // Unique: of two tabs that add after the same event, one is refused.
          events.createIndex('after', 'event.after', { unique: true })
          events.createIndex('stage', 'stage')
          fresh.createObjectStore('places')
        },
        blocking(_from, _to, event) {
          ;(event.target as IDBDatabase).close()
          lost()
        },
        terminated: lost,
      })
      return new Store(database)
    } catch (error) {
      throw new NoStore(`Nothing can be kept in this browser: ${String(error)}`)
    }
  }

  /** Keep one event. It is on the disk when this resolves; raises Behind, NoStore. */
  async add(event: NewEvent): Promise<Kept> {
    const uuid = idOf(event)
    const row: Row = { uuid, event, stage: 'unsent', keptAt: Date.now() }
    const writing = this.#database.transaction('events', 'readwrite', { durability: 'strict' })
    try {
      const [order] = await Promise.all([writing.store.add(row), writing.done])
      return { order, uuid, event, stage: 'unsent' }
    } catch (error) {
      const name = (error as DOMException).name
      if (name === 'ConstraintError') throw new Behind(`Another tab went on after the same event.`)
      if (name === 'QuotaExceededError') throw new NoStore('This browser has no room left.')
      throw error
    }
  }

  /** Everything kept here, in the order in which it was added. */
  async all(): Promise<Kept[]> {
    return (await this.#database.getAll('events')) as Kept[]
  }

  async ofSession(session: string): Promise<Kept[]> {
    return (await this.#database.getAllFromIndex('events', 'session', session)) as Kept[]
  }

  async at(stage: Stage): Promise<Kept[]> {
    return (await this.#database.getAllFromIndex('events', 'stage', stage)) as Kept[]
  }


  async byId(uuid: string): Promise<Kept | undefined> {
    return (await this.#database.getFromIndex('events', 'uuid', uuid)) as Kept | undefined
  }

  /** What became of an event. One that is gone by now stays gone. */
  async settle(uuid: string, stage: Stage, why?: string): Promise<void> {
    const writing = this.#database.transaction('events', 'readwrite', { durability: 'strict' })
    const row = await writing.store.index('uuid').get(uuid)
    const { why: _, ...rest } = row ?? ({} as Row)
    const now = { ...rest, stage, settled: Date.now() }
    if (row) await writing.store.put(why === undefined ? now : { ...now, why })
    await writing.done
  }

  /** Drop what was in the diary long ago; what waits or was refused stays for ever. */
  async tidy(): Promise<void> {
    const writing = this.#database.transaction('events', 'readwrite')
    for await (const cursor of writing.store.index('stage').iterate('sent')) {
      if (cursor.value.keptAt < Date.now() - STAYS) await cursor.delete()
    }
    await writing.done
  }

  async remember(key: string, value: unknown): Promise<void> {
    const writing = this.#database.transaction('places', 'readwrite', { durability: 'strict' })
    await Promise.all([writing.store.put(value, key), writing.done])
  }

  async recall(key: string): Promise<unknown> {
    return this.#database.get('places', key)
  }
}
