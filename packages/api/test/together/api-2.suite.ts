import { runTogether } from "./run-together";

runTogether("api", 2, 4);
