import { useQuery } from "@apollo/client/react";
import { lazy, Suspense, useEffect } from "react";
import { Route, Routes } from "react-router";
import { ViewerDocument } from "./graphql/graphql";
import { startPageTexts } from "./lib/language";
import { failureOf } from "./lib/refusal";
import { ViewerContext } from "./lib/viewer";
import { useFollowRefusals } from "./ui/frame/follow-refusals";
import { Failed, Skeleton } from "./ui/view-state";

/** A page comes with the texts of the pages. */
async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([page, startPageTexts()]);
  return loaded;
}

const Frame = lazy(() => import("./ui/frame/frame").then(({ Frame }) => ({ default: Frame })));
const SignInPage = lazy(() => import("./features/sign-in/sign-in-page"));
const TodayPage = lazy(() => import("./features/today/today-page"));
const NightPage = lazy(() => withTexts(import("./features/today/night-page")));
const RestingPage = lazy(() => withTexts(import("./features/resting/resting-page")));
const TasksPage = lazy(() => withTexts(import("./features/tasks/tasks-page")));
const CallListPage = lazy(() => withTexts(import("./features/calls/call-list-page")));
const CallRoomPage = lazy(() => withTexts(import("./features/calls/call-room-page")));
const CasesPage = lazy(() => withTexts(import("./features/cases/cases-page")));
const CasePage = lazy(() => withTexts(import("./features/cases/case-page")));
const BulkActionPage = lazy(() => withTexts(import("./features/bulk-actions/bulk-action-page")));
const DebtorsPage = lazy(() => withTexts(import("./features/debtors/debtors-page")));
const DebtorPage = lazy(() => withTexts(import("./features/debtors/debtor-page")));
const AccountPage = lazy(() => withTexts(import("./features/debtors/account-page")));
const BooksPage = lazy(() => withTexts(import("./features/reports/books-page")));
const InvoicesPage = lazy(() => withTexts(import("./features/invoices/invoices-page")));
const InvoicePage = lazy(() => withTexts(import("./features/invoices/invoice-page")));
const ImportPage = lazy(() => withTexts(import("./features/invoices/import-page")));
const BankPage = lazy(() => withTexts(import("./features/bank/bank-page")));
const PlansPage = lazy(() => withTexts(import("./features/payment-plans/plans-page")));
const DisputesPage = lazy(() => withTexts(import("./features/disputes/disputes-page")));
const HandOversPage = lazy(() => withTexts(import("./features/agencies/hand-overs-page")));
const InsightsPage = lazy(() => withTexts(import("./features/reports/insights-page")));
const MessagePage = lazy(() => withTexts(import("./features/communications/message-page")));
const PostPage = lazy(() => withTexts(import("./features/communications/post-page")));
const SettingsPage = lazy(() => withTexts(import("./features/organisations/settings-page")));
const LaddersPage = lazy(() => withTexts(import("./features/ladders/ladders-page")));
const TextsPage = lazy(() => withTexts(import("./features/templates/texts-page")));
const TextPage = lazy(() => withTexts(import("./features/templates/text-page")));
const LadderPage = lazy(() => withTexts(import("./features/ladders/ladder-page")));
const MenuPage = lazy(() => withTexts(import("./ui/frame/menu-page")));
const UnknownPage = lazy(() => withTexts(import("./ui/frame/unknown-page")));

const BEFORE = "tegemoet-signed-in-before";

// Who was here before most likely still is: the frame and the first page come while the server looks at the session.
if (localStorage.getItem(BEFORE)) {
  void import("./ui/frame/frame");
  if (location.pathname === "/") void import("./features/today/today-page");
}

/** The whole portal: the sign-in page for whoever isn't known yet, else the frame with its pages. */
export function Portal() {
  const { data, error, loading, refetch } = useQuery(ViewerDocument, { fetchPolicy: "cache-and-network", pollInterval: 60_000 });
  useFollowRefusals();
  const viewer = data?.viewer;
  useEffect(() => {
    if (viewer) localStorage.setItem(BEFORE, "yes");
  }, [viewer]);
  if (!data) return <main className="page">{error && failureOf(error).code !== "NOT_SIGNED_IN" ? <Failed error={error} retry={refetch} /> : <Skeleton rows={6} waiting={loading} />}</main>;
  if (!viewer) return <Suspense fallback={null}><SignInPage /></Suspense>;
  return (
    <ViewerContext value={viewer}>
      <Routes>
        <Route path="calls/:taskId" element={<Suspense fallback={<main className="page"><Skeleton rows={8} waiting /></main>}><CallRoomPage /></Suspense>} />
        <Route element={<Suspense fallback={null}><Frame /></Suspense>}>
          <Route index element={<TodayPage />} />
          <Route path="night" element={<NightPage />} />
          <Route path="tasks" element={<TasksPage />} />
          <Route path="resting" element={<RestingPage />} />
          <Route path="calls" element={<CallListPage />} />
          <Route path="cases" element={<CasesPage />} />
          <Route path="cases/:id" element={<CasePage />} />
          <Route path="bulk/:id" element={<BulkActionPage />} />
          <Route path="debtors" element={<DebtorsPage />} />
          <Route path="debtors/:id" element={<DebtorPage />} />
          <Route path="debtors/:id/account" element={<AccountPage />} />
          <Route path="books" element={<BooksPage />} />
          <Route path="invoices" element={<InvoicesPage />} />
          <Route path="invoices/import" element={<ImportPage />} />
          <Route path="invoices/:id" element={<InvoicePage />} />
          <Route path="bank" element={<BankPage />} />
          <Route path="plans" element={<PlansPage />} />
          <Route path="disputes" element={<DisputesPage />} />
          <Route path="hand-overs" element={<HandOversPage />} />
          <Route path="insights" element={<InsightsPage />} />
          <Route path="post" element={<PostPage />} />
          <Route path="messages/:id" element={<MessagePage />} />
          <Route path="settings/texts" element={<TextsPage />} />
          <Route path="settings/texts/:kind/:channel/:language/:tone" element={<TextPage />} />
          <Route path="settings/ladders" element={<LaddersPage />} />
          <Route path="settings/ladders/:id" element={<LadderPage />} />
          <Route path="settings/:part?" element={<SettingsPage />} />
          <Route path="menu" element={<MenuPage />} />
          <Route path="*" element={<UnknownPage />} />
        </Route>
      </Routes>
    </ViewerContext>
  );
}
