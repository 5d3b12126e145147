import { applicationRole } from "../src/platform/database/application-role";

/** Keys of the tests only. */
export const TEST_SECRET = "a key that only the tests know, long enough";

/** The application role that all test databases share. */
export const TEST_ROLE = applicationRole({ APP_ROLE: "tegemoet_test_app", SECRET_KEY: TEST_SECRET });
