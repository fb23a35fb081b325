import { migrateMetadata } from "@kubin/persistence";
import { isKubinError, KubinError } from "@kubin/schema";
import pg from "pg";

const connectWithinMs = 10_000;

/** SQLSTATE: wrong user or password, no such database. */
const refusals = /^(28...|3D000)$/;

/**
 * Brings PostgreSQL to this release; returns the names of the migrations that it applied. They lock each other out by
 * themselves. Throws UNAVAILABLE when nothing answers, BAD_INPUT when DATABASE_URL is refused.
 */
export async function prepareMetadata(databaseUrl: string): Promise<string[]> {
  try {
    return await migrateMetadata({ connectionString: databaseUrl, connectionTimeoutMillis: connectWithinMs });
  } catch (error) {
    if (error instanceof pg.DatabaseError && refusals.test(error.code ?? "")) {
      const sentence = `PostgreSQL refuses DATABASE_URL: ${error.message}. Correct the user, the password or the database.`;
      throw new KubinError("BAD_INPUT", sentence, { cause: error });
    }
    if (!isKubinError(error, "UNAVAILABLE")) throw error;
    const sentence = "PostgreSQL does not answer. Start it, or correct DATABASE_URL: without it Kubin does not start.";
    throw new KubinError("UNAVAILABLE", sentence, { cause: error });
  }
}
