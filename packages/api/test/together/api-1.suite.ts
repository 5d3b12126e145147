import { runTogether } from "./run-together";

runTogether("api", 1, 4);
